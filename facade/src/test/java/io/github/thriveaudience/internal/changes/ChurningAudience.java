package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * An audience that changes between two requests as a seed decides, and what a job knew of it before
 * it began.
 */
final class ChurningAudience {

  /** How the server sorts the list. */
  enum Order {
    BY_ID,
    BY_NAME,
    BY_TIME_JOINED,
    /** In each request another one. */
    UNSTABLE
  }

  /** What the server or the way to it does wrong. */
  enum Fault {
    NONE,
    /** A fifth of the requests fail, and are sent again. */
    TRANSPORT,
    /** Some members are left out of their page after the pages were made. */
    FILTER
  }

  /**
   * A kind of history.
   *
   * @param maxChanges the maximum of changes between two requests: each is one join or one leave
   */
  record Scenario(Order order, int maxChanges, Fault fault, int pageSize, int parallelism) {}

  private record Entry(String id, double key, boolean hidden) {}

  private final Scenario scenario;
  private final Random random;
  private final List<Entry> list = new ArrayList<>();
  private final Set<String> stayers = new HashSet<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> leftBefore = new HashSet<>();
  private final boolean announcesHidden;
  private int joined;

  ChurningAudience(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.random = new Random(seed);
    this.announcesHidden = random.nextBoolean();
    int size = (int) (scenario.pageSize() * 8 * random.nextDouble());
    for (int i = 0; i < size; i++) {
      join();
    }
    list.stream().filter(entry -> !entry.hidden).forEach(entry -> stayers.add(entry.id));
    stayers.stream().sorted().filter(id -> random.nextInt(20) > 0).forEach(known::add);
    for (int i = random.nextInt(4); i > 0; i--) {
      leftBefore.add("left-" + i);
      known.add("left-" + i);
    }
  }

  /** Who the job knew when it began. */
  KnownMembers known() {
    return KnownMembers.ofIds(known);
  }

  /** Known members who are still in the audience, and were at all times. */
  Set<String> stayers() {
    Set<String> knownStayers = new HashSet<>(stayers);
    knownStayers.retainAll(known);
    return knownStayers;
  }

  /** Known members who had left before the job began. */
  Set<String> leftBefore() {
    return leftBefore;
  }

  FakePages pages() {
    return FakePages.responding(this::read);
  }

  private MembersPage read(PageRequest request) {
    do {
      churn();
    } while (scenario.fault() == Fault.TRANSPORT && random.nextInt(5) == 0);
    int perPage = scenario.pageSize();
    List<Entry> sorted = list;
    if (scenario.order() == Order.UNSTABLE) {
      sorted = new ArrayList<>(list);
      Collections.shuffle(sorted, random);
    }
    int from = Math.min(sorted.size(), (request.page() - 1) * perPage);
    List<String> ids =
        sorted.subList(from, Math.min(sorted.size(), from + perPage)).stream()
            .filter(entry -> !entry.hidden)
            .map(Entry::id)
            .toList();
    int pages = (sorted.size() + perPage - 1) / perPage;
    return FakePages.validated(request, ids, perPage, announced(), pages);
  }

  private int announced() {
    return announcesHidden
        ? list.size()
        : (int) list.stream().filter(entry -> !entry.hidden).count();
  }

  private void churn() {
    for (int i = random.nextInt(scenario.maxChanges() + 1); i > 0; i--) {
      if (random.nextBoolean()) {
        join();
      } else if (!list.isEmpty()) {
        stayers.remove(list.remove(random.nextInt(list.size())).id);
      }
    }
  }

  private void join() {
    String id = "id-" + joined++;
    boolean hidden = scenario.fault() == Fault.FILTER && random.nextInt(10) == 0;
    double key = scenario.order() == Order.BY_TIME_JOINED ? joined : random.nextDouble();
    Entry entry = new Entry(id, key, hidden);
    int at = Collections.binarySearch(list, entry, (a, b) -> Double.compare(a.key, b.key));
    list.add(at < 0 ? -at - 1 : at, entry);
  }
}
