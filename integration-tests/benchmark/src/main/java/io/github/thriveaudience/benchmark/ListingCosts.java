package io.github.thriveaudience.benchmark;

import java.util.HashMap;
import java.util.Map;

/** Repeated measurements of one client's listings, by the name of the listing. */
final class ListingCosts {
  private final Map<String, Samples> millis = new HashMap<>();
  private final Map<String, Samples> cpuMillis = new HashMap<>();

  /** Adds the lines that a program printed. */
  void add(String output) {
    output.lines().map(ListingCost::parse).forEach(this::add);
  }

  private void add(ListingCost cost) {
    samples(millis, cost).add(cost.millis());
    samples(cpuMillis, cost).add(cost.cpuMillis());
  }

  private static Samples samples(Map<String, Samples> all, ListingCost cost) {
    return all.computeIfAbsent(cost.listing(), name -> new Samples());
  }

  Samples millis(String listing) {
    return millis.get(listing);
  }

  Samples cpuMillis(String listing) {
    return cpuMillis.get(listing);
  }
}
