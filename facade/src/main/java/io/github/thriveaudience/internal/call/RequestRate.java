package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How fast requests may leave for a server whose limit nobody knows. Not thread-safe, no clock of
 * its own: the {@link Gate} guards it and tells it the time in nanoseconds.
 *
 * <ol>
 *   <li><b>Cold:</b> only {@value #FIRST_FLIGHT} requests may be in flight at once, and one more
 *       with each response, or twice as many after a second without one. There is no other limit
 *       until the first refusal.
 *   <li><b>Searching:</b> the first refusal sets a rate: a part of what came through so far. It
 *       grows with each response, until the next refusal.
 *   <li><b>Recovering:</b> that refusal, and each later one, lowers the rate by the share of
 *       requests that are refused. The rate returns to where it was on a cubic curve: fast, then
 *       slowly, and beyond it fast again. If nothing is refused there, it searches.
 * </ol>
 *
 * <p>The rate at a refusal is the one at which the refused request was sent. Refusals of requests
 * that were sent before the rate was lowered do not lower it again. Requests are spaced evenly,
 * with a little jitter so that several clients do not keep step.
 */
final class RequestRate {
  static final int FIRST_FLIGHT = 3;

  private static final int LARGEST_FLIGHT = 1 << 20;

  private static final double SECOND = 1e9;
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  /**
   * A first flight without a response doubles after so long: requests that hang hold up no others.
   */
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

  /** Without a refusal and a wait for so long, requests are no longer paced. */
  private static final long CALM = Duration.ofSeconds(30).toNanos();

  /** Below so many requests per second, a client would hardly learn that it may send more. */
  private static final double FLOOR = 0.48;

  /** The first rate is a part of the responses per second before it. */
  private static final double FIRST_PART = 0.76;

  private static final double FIRST_SMALLEST = 1;
  private static final double SHORTEST_MEASURE = 0.2;

  /** What each response adds to the rate of a search: it doubles in about a second, or in seven. */
  private static final double FIRST_GROWTH = 0.6;

  private static final double LATER_GROWTH = 0.094;

  /** How much of a rate is left after a refusal: 1 less the share refused, within limits. */
  private static final double SMALLEST_PART = 0.6;

  private static final double LARGEST_PART = 0.934;
  private static final double PART_AFTER_FIRST_SEARCH = 0.46;

  /** Several clients share a low limit by being refused less often. */
  private static final double LOW_RATE_CUT = 0.45;

  /** The curve returns to a little less than the rate that was refused. */
  private static final double CEILING_PART = 0.957;

  /** In how many seconds it returns there: later at a low rate, and where a refusal costs more. */
  private static final double RETURN_SECONDS = 12.2;

  private static final double LOW_RATE_SECONDS = 15.5;
  private static final double SECONDS_PER_PAUSED_SECOND = 6;
  private static final double LONGEST_PAUSE = 4;

  /** How far it goes beyond in the same time, as a part of the rate. */
  private static final double SMALLEST_CLIMB = 0.045;

  private static final double LOW_RATE_CLIMB = 0.18;

  /** The weight of the latest response in the share refused. */
  private static final double WEIGHT = 0.08;

  private static final double MEASURED_SECONDS = 3;

  /** A rate may not be higher than this many times what is really sent. */
  private static final double MEASURED_MARGIN = 4;

  private static final double JITTER = 0.02;
  private static final double LARGEST_JITTER = 0.3;

  private final double max;
  private final DoubleSupplier jitter;

  private int window;
  private long begin;
  private long latest;
  private long responses;

  private boolean throttled;
  private boolean searching;
  private double rate;
  private double growth;
  private double ceiling;
  private double depth;
  private double returnSeconds;
  private double shareRefused;
  private double measured;
  private long lowered;
  private long disturbed;
  private long next;

  /**
   * A cold rate.
   *
   * @param max the maximum of requests per second, or infinite
   * @param jitter from 0 to 1
   */
  RequestRate(double max, DoubleSupplier jitter, long now) {
    this.max = max;
    this.jitter = jitter;
    this.next = now;
    this.latest = now;
    reset(now, 0);
  }

  /** Makes this cold: as many requests as are in flight may stay there, and few more. */
  void reset(long now, int inFlight) {
    window = FIRST_FLIGHT + inFlight;
    begin = now;
    responses = 0;
    throttled = false;
    searching = false;
    rate = max;
  }

  /** The requests per second that may leave now: infinite without a limit. */
  double perSecond(long now) {
    if (!throttled || searching) {
      return Math.min(max, rate);
    }
    double x = (now - lowered) / SECOND / returnSeconds - 1;
    double scale = x < 0 ? depth : Math.max(depth, SMALLEST_CLIMB + LOW_RATE_CLIMB / ceiling);
    return Math.min(max, Math.max(FLOOR, ceiling * (1 + scale * x * x * x)));
  }

  /** The requests per second that may leave if the server does not throttle the client. */
  double unthrottled() {
    return max;
  }

  /** When the latest request left. */
  long latest() {
    return latest;
  }

  boolean isThrottled() {
    return throttled;
  }

  /** The nanoseconds until another request may be in flight: zero or less if it may now. */
  long untilAllowed(int inFlight, long now) {
    if (throttled || inFlight < window) {
      return 0;
    }
    long wait = latest + PATIENCE - now;
    if (wait <= 0) {
      window *= 2;
    }
    return wait;
  }

  /** When the next request may leave. */
  long next() {
    return next;
  }

  /** Notes that a request leaves, and returns at how many requests per second. */
  double sent(long now) {
    measured =
        measured * Math.exp((double) (latest - now) / SECOND / MEASURED_SECONDS)
            + 1 / MEASURED_SECONDS;
    latest = now;
    double perSecond = perSecond(now);
    if (perSecond < UNLIMITED) {
      double interval = SECOND / perSecond;
      double spread = perSecond < max ? Math.min(LARGEST_JITTER, JITTER + JITTER / perSecond) : 0;
      double spaced = interval * (1 + spread * (2 * jitter.getAsDouble() - 1));
      // A thread that wakes up late must not make all later requests late.
      next = Math.max(next, now - (long) (interval / 4)) + (long) spaced;
    }
    return perSecond;
  }

  /** Notes that a request had to wait, which counts if users did not ask for it. */
  void waited(long now) {
    if (perSecond(now) < max) {
      disturbed = now;
    }
  }

  /** Notes a response that is no refusal. */
  void responded(long now) {
    responses++;
    if (!throttled) {
      window = Math.min(LARGEST_FLIGHT, window + 1);
      return;
    }
    shareRefused -= WEIGHT * shareRefused;
    if (searching) {
      rate = Math.min(max, rate + growth);
    } else if (now - lowered > 2 * returnSeconds * SECOND) {
      rate = perSecond(now);
      growth = LATER_GROWTH;
      searching = true;
    }
  }

  /**
   * Notes a refusal.
   *
   * @param sentAt when the request left, and at how many requests per second
   * @param pause the nanoseconds until another request may leave, or zero
   * @return whether it lowers the rate
   */
  boolean refused(long sentAt, double sentRate, long now, long pause) {
    shareRefused += WEIGHT * (1 - shareRefused);
    long free = now + pause;
    disturbed = free;
    boolean lowers = !throttled || sentAt > lowered;
    if (!throttled && max == UNLIMITED) {
      search(now);
      // What is in flight must have arrived before the next request does.
      lowered = Math.max(free, now + (now - sentAt));
    } else if (lowers) {
      recover(sentRate, now, pause);
      throttled = true;
      lowered = free;
    }
    if (lowers || pause > 0) {
      // Nobody knows what of the limit is left when a search begins.
      double first = SECOND / perSecond(now) * ((searching ? 1 : 0) + jitter.getAsDouble());
      next = Math.max(next, Math.max(lowered, free) + (long) first);
    }
    return lowers;
  }

  private void search(long now) {
    double seconds = Math.max(SHORTEST_MEASURE, (now - begin) / SECOND);
    throttled = true;
    searching = true;
    rate = Math.max(FIRST_SMALLEST, responses / seconds * FIRST_PART);
    growth = FIRST_GROWTH;
    shareRefused = 0;
  }

  private void recover(double sentRate, long now, long pause) {
    double present = perSecond(now);
    double part = Math.min(LARGEST_PART - LOW_RATE_CUT / (1 + present), 1 - shareRefused);
    if (searching && growth > LATER_GROWTH) {
      part = Math.min(part, PART_AFTER_FIRST_SEARCH);
    }
    double tooFast = Math.min(Math.min(present, sentRate), MEASURED_MARGIN * measured(now) + FLOOR);
    ceiling = within(tooFast * CEILING_PART);
    depth = 1 - Math.max(SMALLEST_PART, part);
    returnSeconds =
        RETURN_SECONDS
            + LOW_RATE_SECONDS / Math.sqrt(ceiling)
            + SECONDS_PER_PAUSED_SECOND * Math.min(LONGEST_PAUSE, pause / SECOND);
    searching = false;
  }

  /** The requests per second that were sent of late, or infinite before that can be known. */
  private double measured(long now) {
    return now - begin < 2 * MEASURED_SECONDS * SECOND ? UNLIMITED : measured;
  }

  private double within(double perSecond) {
    return Math.min(max, Math.max(Math.min(FLOOR, max), perSecond));
  }

  /** Whether the requests are throttled, but none was refused or had to wait for a while. */
  boolean isCalm(long now) {
    return throttled && now - disturbed > CALM;
  }

  /** Whether no request has left for a while, and none is forbidden to leave. */
  boolean isIdle(long now) {
    return now - latest > CALM && (!throttled || isCalm(now));
  }
}
