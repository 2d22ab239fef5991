package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalProgress;
import java.io.PrintStream;
import java.util.Locale;

/** One line of a terminal that says how far the listing has come, and is gone when it is done. */
final class ProgressLine implements ProgressListener {
  /** To the beginning of the line, and all of it erased (ECMA-48, sections 8.3.15 and 8.3.41). */
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;

  /**
   * A line.
   *
   * @param shown whether there is a terminal to show it on
   */
  ProgressLine(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  @Override
  public void pageRead(TraversalProgress progress) {
    print(
        CLEAR
            + String.format(
                Locale.ROOT,
                "page %d of %d, %d members, %.1f s",
                progress.page(),
                progress.totalPages(),
                progress.members(),
                progress.elapsed().toMillis() / 1000.0));
  }

  /** Makes room for other lines. */
  void clear() {
    print(CLEAR);
  }

  private void print(String text) {
    if (shown) {
      err.print(text);
      err.flush();
    }
  }
}
