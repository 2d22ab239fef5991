package io.github.thriveaudience.benchmark;

import java.util.function.Function;

/** One quantity of two builds: all samples, and the ratio of the builds in each round. */
final class BuildCosts {
  private final Samples here = new Samples();
  private final Samples other = new Samples();
  private final Samples ratios = new Samples();
  private final Function<ListingCosts, Double> quantity;

  BuildCosts(Function<ListingCosts, Double> quantity) {
    this.quantity = quantity;
  }

  /** Adds a round. Its two processes ran one after the other, so that other load met both. */
  void add(ListingCosts costsHere, ListingCosts costsOfOther) {
    double valueHere = quantity.apply(costsHere);
    double valueOfOther = quantity.apply(costsOfOther);
    here.add(valueHere);
    other.add(valueOfOther);
    ratios.add(valueHere / valueOfOther);
  }

  double ratio() {
    return ratios.median();
  }

  void addRow(Table table, String label) {
    table.row(
        label,
        Table.number(other.median(), 0) + " ms",
        Table.number(here.median(), 0) + " ms",
        Table.number(ratio(), 3),
        Table.number(ratios.min(), 2) + " to " + Table.number(ratios.max(), 2),
        Table.number(here.min() / other.min(), 3));
  }
}
