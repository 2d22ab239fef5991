package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.changes.ChurningAudience.Fault;
import io.github.thriveaudience.internal.changes.ChurningAudience.Order;
import io.github.thriveaudience.internal.changes.ChurningAudience.Scenario;
import io.github.thriveaudience.internal.listing.Listing;
import io.github.thriveaudience.internal.listing.ListingOptions;
import io.github.thriveaudience.internal.listing.VerifiedReader;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Jobs that compare audiences under churn with what they knew, each history from a seed. */
final class Histories {
  private static final List<Order> ORDERS = List.of(Order.values());
  private static final int[] PAGE_SIZES = {1, 2, 3, 5, 10, 25, 50, 100, 250, 1000};

  private final int maxChanges;
  private final Fault fault;
  private final ChangePolicy policy;
  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);

  private enum Count {
    HISTORIES,
    /** The list grows as fast as it is read: the job fails. */
    ENDLESS,
    READINGS,
    FALSE_LEAVERS,
    OF_ONE_READING,
    OF_ONE_READING_SORTED,
    LEAVERS,
    CONFIRMED,
    FORGOTTEN
  }

  Histories(int maxChanges, Fault fault, ChangePolicy policy) {
    this.maxChanges = maxChanges;
    this.fault = fault;
    this.policy = policy;
  }

  /** Runs the histories of the seeds from 0. */
  Histories run(int number) {
    for (int seed = 0; seed < number; seed++) {
      count(Count.HISTORIES, 1);
      try {
        run(scenario(seed), seed);
      } catch (MalformedResponseException e) {
        count(Count.ENDLESS, 1);
      }
    }
    return this;
  }

  private Scenario scenario(int seed) {
    Random random = new Random(~(long) seed);
    // Large pages take most of the time.
    int size = random.nextInt(random.nextInt(20) == 0 ? PAGE_SIZES.length : 6);
    Order order = ORDERS.get(random.nextInt(ORDERS.size()));
    return new Scenario(order, maxChanges, fault, PAGE_SIZES[size], 1 + random.nextInt(8));
  }

  private void run(Scenario scenario, long seed) {
    int naive = falseLeaversOfOneReading(scenario, seed);
    count(Count.OF_ONE_READING, naive);
    count(Count.OF_ONE_READING_SORTED, scenario.order() == Order.UNSTABLE ? 0 : naive);

    ChurningAudience audience = new ChurningAudience(scenario, seed);
    MembershipChanges changes =
        new ChangesReader(listing(audience, scenario, seed), audience.known(), policy).read();
    Set<String> left = ids(changes.left());
    count(Count.READINGS, changes.reports().size());
    count(Count.FALSE_LEAVERS, common(left, audience.stayers()));
    count(Count.LEAVERS, audience.leftBefore().size());
    count(Count.CONFIRMED, common(left, audience.leftBefore()));
    left.addAll(ids(changes.unconfirmed()));
    count(Count.FORGOTTEN, audience.leftBefore().size() - common(left, audience.leftBefore()));
  }

  /** What a job does that reads once and takes the absent ones for leavers. */
  private static int falseLeaversOfOneReading(Scenario scenario, long seed) {
    ChurningAudience audience = new ChurningAudience(scenario, seed);
    Set<String> listed = new HashSet<>();
    new VerifiedReader(listing(audience, scenario, seed))
        .read(member -> listed.add(member.userId()));
    return audience.stayers().size() - common(listed, audience.stayers());
  }

  private static Set<String> ids(List<AudienceMember> members) {
    return members.stream().map(AudienceMember::userId).collect(Collectors.toSet());
  }

  private static int common(Set<String> some, Set<String> others) {
    return (int) others.stream().filter(some::contains).count();
  }

  private static Listing listing(ChurningAudience audience, Scenario scenario, long seed) {
    RandomOrder threads = new RandomOrder(seed);
    ListingOptions options =
        ListingOptions.DEFAULT
            .withParallelism(scenario.parallelism())
            .withDeadline(Duration.ofDays(7));
    return new Listing(audience.pages(), threads, threads, options);
  }

  private void count(Count what, int number) {
    counts.merge(what, number, Integer::sum);
  }

  /** The sum of both. */
  Histories plus(Histories others) {
    others.counts.forEach(this::count);
    return this;
  }

  /** Known members who were in the audience all the time, and who seem to have left. */
  int falseLeavers() {
    return counts.getOrDefault(Count.FALSE_LEAVERS, 0);
  }

  /** The same, of a job that reads once and takes the absent ones for leavers. */
  int falseLeaversOfOneReading() {
    return counts.getOrDefault(Count.OF_ONE_READING, 0);
  }

  /** Known members who had left before, and who are reported as that. */
  int confirmedLeavers() {
    return counts.getOrDefault(Count.CONFIRMED, 0);
  }

  /** Known members who had left before, and who seem to be unchanged. */
  int forgottenLeavers() {
    return counts.getOrDefault(Count.FORGOTTEN, 0);
  }

  /** The end of a row of a table. */
  String row() {
    int completed = counts.get(Count.HISTORIES) - counts.getOrDefault(Count.ENDLESS, 0);
    return Texts.format(
        "%d | %d | %d | %d | %d | %.1f",
        counts.get(Count.HISTORIES),
        falseLeavers(),
        falseLeaversOfOneReading(),
        counts.get(Count.OF_ONE_READING_SORTED),
        100L * confirmedLeavers() / counts.get(Count.LEAVERS),
        counts.get(Count.READINGS) / (double) completed);
  }

  @Override
  public String toString() {
    return "up to " + maxChanges + " changes, " + fault + ", " + policy + ": " + counts;
  }

  /** Requests that are in flight together reach the server in any order; no time passes. */
  private static final class RandomOrder implements Time, Executor {
    private final List<Runnable> inFlight = new ArrayList<>();
    private final Random random;

    RandomOrder(long seed) {
      random = new Random(seed);
    }

    @Override
    public void execute(Runnable request) {
      inFlight.add(request);
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public boolean await(CountDownLatch end, Duration longest) {
      while (end.getCount() > 0) {
        inFlight.remove(random.nextInt(inFlight.size())).run();
      }
      return true;
    }
  }
}
