package io.github.thriveaudience.internal.call;

import java.util.HashMap;
import java.util.Map;

/**
 * The adaptive mode of the AWS SDKs, as its documentation describes it, to compare with: a token
 * bucket before all attempts whose rate follows a cubic curve, and three attempts with backoff.
 */
final class AwsAdaptiveRule implements SendingRule {
  private static final double SECOND = 1e9;
  private static final double BETA = 0.7;
  private static final double SCALE = 0.4;
  private static final double SMOOTHING = 0.8;
  private static final double SMALLEST_RATE = 0.5;
  private static final int ATTEMPTS = 3;

  private final Simulation simulation;
  private final Map<Page, Integer> attempts = new HashMap<>();
  private boolean enabled;
  private double fillRate;
  private double capacity = 1;
  private double tokens;
  private long filled;
  private double maxRate;
  private double window;
  private long throttledAt;
  private double measured;
  private long bucket;
  private int inBucket;

  AwsAdaptiveRule(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public void request(Page page) {
    attempts.put(page, 1);
    acquire(page);
  }

  private void acquire(Page page) {
    long wait = 0;
    if (enabled) {
      fill();
      tokens--;
      wait = tokens < 0 ? (long) (-tokens / fillRate * SECOND) : 0;
    }
    simulation.at(simulation.now() + wait, () -> simulation.send(this, page));
  }

  private void fill() {
    tokens = Math.min(capacity, tokens + (simulation.now() - filled) / SECOND * fillRate);
    filled = simulation.now();
  }

  @Override
  public void accepted(Page page) {
    attempts.remove(page);
    measure();
    if (enabled) {
      double seconds = (simulation.now() - throttledAt) / SECOND;
      update(SCALE * Math.pow(seconds - window, 3) + maxRate);
    }
  }

  @Override
  public void refused(Page page, long wait) {
    measure();
    maxRate = enabled ? Math.min(measured, fillRate) : measured;
    window = Math.cbrt(maxRate * (1 - BETA) / SCALE);
    throttledAt = simulation.now();
    enabled = true;
    update(maxRate * BETA);
    retry(page, attempts.get(page), wait);
  }

  private void retry(Page page, int made, long wait) {
    if (made == ATTEMPTS) {
      simulation.fail();
      simulation.at(simulation.now(), page.done());
      return;
    }
    attempts.put(page, made + 1);
    double backoff = simulation.random.nextDouble() * Math.min(20, Math.pow(2, made)) * SECOND;
    simulation.at(simulation.now() + Math.max(wait, (long) backoff), () -> acquire(page));
  }

  private void update(double rate) {
    fill();
    fillRate = Math.max(SMALLEST_RATE, Math.min(rate, 2 * measured));
    capacity = Math.max(1, fillRate);
    tokens = Math.min(tokens, capacity);
  }

  private void measure() {
    long now = (long) (simulation.now() / SECOND * 2);
    inBucket++;
    if (now > bucket) {
      double rate = inBucket * 2.0 / (now - bucket);
      measured = rate * SMOOTHING + measured * (1 - SMOOTHING);
      inBucket = 0;
      bucket = now;
    }
  }
}
