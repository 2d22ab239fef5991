package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildCostsTest {
  private final BuildCosts costs = new BuildCosts(all -> all.millis("a").median());

  /** The machine became three times slower, which the medians of all rounds would not forgive. */
  @Test
  void comparesTheBuildsOfEachRound() {
    costs.add(listing(110), listing(100));
    costs.add(listing(330), listing(300));
    costs.add(listing(120), listing(100));

    assertThat(costs.ratio()).isEqualTo(1.1);
  }

  @Test
  void showsMediansAndRange() {
    costs.add(listing(110), listing(100));
    costs.add(listing(90), listing(100));
    Table table = new Table("1", "2", "3", "4", "5", "6");
    costs.addRow(table, "a, time");

    assertThat(table.toString())
        .endsWith("| a, time | 100 ms | 100 ms | 1.000 | 0.90 to 1.10 | 0.900 |\n");
  }

  private static ListingCosts listing(double millis) {
    ListingCosts costs = new ListingCosts();
    costs.add(new ListingCost("a", millis, 0).toString());
    return costs;
  }
}
