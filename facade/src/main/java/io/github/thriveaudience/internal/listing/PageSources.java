package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Time;
import java.util.concurrent.Executor;

/** Where a client reads pages: from the API, or in a test from memory. Thread-safe. */
public interface PageSources extends AutoCloseable {

  /** The pages of an audience, whose name was checked. */
  PageSource of(String audience);

  /** The name of the environment, by which a kept state knows it again. */
  String environment();

  /** Run the requests for pages, and the readings of several audiences. */
  Executor threads();

  /** Measures the progress and the deadlines. */
  Time time();

  /**
   * Checks that pages can still be read.
   *
   * @throws IllegalStateException if this is closed
   */
  void requireOpen();

  /** Ends all requests. */
  @Override
  void close();
}
