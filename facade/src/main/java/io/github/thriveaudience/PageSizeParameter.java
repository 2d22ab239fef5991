package io.github.thriveaudience;

/**
 * Which of the two parameters of the API says how many members a page has. The API reference gives
 * both the same words, and not which one wins when both are sent, so that a client sends one.
 */
public enum PageSizeParameter {
  /** {@code perPage}, 1 to 1000 (API reference). */
  PER_PAGE(1000),

  /** {@code limit}, 1 to 100 (API reference): for an API that does not obey {@code perPage}. */
  LIMIT(100);

  private final int largestPage;

  PageSizeParameter(int largestPage) {
    this.largestPage = largestPage;
  }

  /** The most members that may be asked for. */
  int largestPage() {
    return largestPage;
  }
}
