package io.github.thriveaudience;

import io.github.thriveaudience.listing.ProgressListener;
import java.util.Objects;

/**
 * How an audience is to be read.
 *
 * @param parallelism the most pages under way at once
 * @param firstPage the page to begin with
 * @param listener hears of each page
 */
record ReadingOptions(int parallelism, int firstPage, ProgressListener listener) {
  private static final int MOST_PARALLELISM = 32;

  /** One page ahead, from the first page, and nobody hears of it. */
  static final ReadingOptions DEFAULT = new ReadingOptions(1, 1, progress -> {});

  ReadingOptions {
    if (parallelism < 1 || parallelism > MOST_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism must be 1 to " + MOST_PARALLELISM + ", but was " + parallelism);
    }
    requirePage(firstPage);
    Objects.requireNonNull(listener, "listener");
  }

  ReadingOptions withParallelism(int pages) {
    return new ReadingOptions(pages, firstPage, listener);
  }

  ReadingOptions withFirstPage(int page) {
    return new ReadingOptions(parallelism, page, listener);
  }

  ReadingOptions withListener(ProgressListener progress) {
    return new ReadingOptions(parallelism, firstPage, progress);
  }

  static void requirePage(int page) {
    if (page < 1) {
      throw new IllegalArgumentException("page must be 1 or more, but was " + page);
    }
  }
}
