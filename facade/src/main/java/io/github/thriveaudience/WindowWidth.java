package io.github.thriveaudience;

/**
 * How many pages may be under way at once. A server that answers 429 halves it; as many pages as it
 * is wide, delivered since then, make it wider by one, up to what was asked for. Thread-safe.
 */
final class WindowWidth {
  private final int most;
  private int current;
  private int delivered;

  /**
   * A width.
   *
   * @param most what was asked for, 1 or more, which is also what it begins with
   */
  WindowWidth(int most) {
    this.most = most;
    this.current = most;
  }

  int most() {
    return most;
  }

  synchronized int current() {
    return current;
  }

  synchronized void narrow() {
    current = Math.max(1, current / 2);
    delivered = 0;
  }

  synchronized void delivered() {
    delivered++;
    if (delivered >= current) {
      current = Math.min(most, current + 1);
      delivered = 0;
    }
  }
}
