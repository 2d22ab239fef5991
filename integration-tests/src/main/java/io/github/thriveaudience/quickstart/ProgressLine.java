package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalProgress;
import java.io.PrintStream;
import java.util.Locale;

/** Shows the progress of a listing in one line of a terminal, and clears it at the end. */
final class ProgressLine implements ProgressListener {
  /** Moves to the start of the line and erases it (ECMA-48, sections 8.3.15 and 8.3.41). */
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;

  /**
   * Creates a progress line.
   *
   * @param shown whether to show it
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
                "%spage %d of %d, %d members, %.1f s",
                progress.reading() == 1 ? "" : "reading " + progress.reading() + ", ",
                progress.page(),
                progress.totalPages(),
                progress.members(),
                progress.elapsed().toMillis() / 1000.0));
  }

  /** Clears the line, so that others can be printed. */
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
