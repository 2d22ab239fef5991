package io.github.thriveaudience;

/**
 * The query parameter that carries the page size. The API has two. Its reference describes both in
 * the same words, and not which one wins when both are sent, so the client sends one.
 */
public enum PageSizeParameter {
  /** {@code perPage}, 1 to 1000 (API reference). */
  PER_PAGE(1000),

  /** {@code limit}, 1 to 100 (API reference): for an API that does not obey {@code perPage}. */
  LIMIT(100);

  private final int maxPageSize;

  PageSizeParameter(int maxPageSize) {
    this.maxPageSize = maxPageSize;
  }

  /** The maximum number of members of a page. */
  int maxPageSize() {
    return maxPageSize;
  }
}
