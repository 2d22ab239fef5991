package io.github.thriveaudience.wire;

/** A limit that admits a number of requests a second, and a number of them at once. Thread-safe. */
final class TokenBucket implements RateLimitedApi.Rule {
  private final double perSecond;
  private final int burst;
  private final int refusal;
  private double tokens;
  private long latest = System.nanoTime();

  /**
   * A full bucket.
   *
   * @param refusal the status of a request that exceeds the limit
   */
  TokenBucket(double perSecond, int burst, int refusal) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.refusal = refusal;
    this.tokens = burst;
  }

  @Override
  public synchronized int status(String audience, int inFlight) {
    long now = System.nanoTime();
    tokens = Math.min(burst, tokens + (now - latest) * perSecond / 1e9);
    latest = now;
    if (tokens < 1) {
      return refusal;
    }
    tokens--;
    return 200;
  }
}
