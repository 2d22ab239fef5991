package io.github.thriveaudience.testing;

import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.IntConsumer;

/** The readings of an audience, and the verdict that each is to end with. Thread-safe. */
final class FakeReadings {
  private final IntConsumer onBegin;

  /** Forgets those that have ended. */
  private final Map<CallOwner, Verdict> inProgress = new WeakHashMap<>();

  private final List<Verdict> verdicts = new ArrayList<>(List.of(Verdict.CONSISTENT));
  private int begun;

  /**
   * No reading has begun.
   *
   * @param onBegin is told how many readings have begun before, when another one begins
   */
  FakeReadings(IntConsumer onBegin) {
    this.onBegin = onBegin;
  }

  synchronized void verdicts(List<Verdict> inTurn) {
    if (inTurn.isEmpty()) {
      throw new IllegalArgumentException("inTurn must not be empty");
    }
    verdicts.clear();
    verdicts.addAll(inTurn);
  }

  synchronized int begun() {
    return begun;
  }

  /** The verdict of the reading that a request belongs to. */
  synchronized Verdict verdictOf(PageRequest request) {
    return inProgress.computeIfAbsent(request.owner(), unused -> begin(request.gapsAllowed()));
  }

  private Verdict begin(boolean reportsVerdict) {
    onBegin.accept(begun);
    begun++;
    if (!reportsVerdict) {
      return Verdict.CONSISTENT;
    }
    return verdicts.size() > 1 ? verdicts.remove(0) : verdicts.get(0);
  }
}
