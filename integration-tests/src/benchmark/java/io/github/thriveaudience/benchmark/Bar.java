package io.github.thriveaudience.benchmark;

/**
 * A figure that was promised, beside the one that was measured.
 *
 * @param claim what was promised
 */
record Bar(String claim, String limit, String measured, boolean met) {

  static Bar atMost(String claim, double limit, double measured) {
    boolean met = measured <= limit;
    return new Bar(claim, "at most " + ratio(limit), ratio(measured), met);
  }

  static Bar below(String claim, double limit, double measured) {
    return new Bar(claim, "below " + ratio(limit), ratio(measured), measured < limit);
  }

  private static String ratio(double value) {
    return Table.number(value, value < 0.5 ? 3 : 2);
  }

  static Table table(Iterable<Bar> bars) {
    Table table = new Table("bar", "promised", "measured", "");
    bars.forEach(
        bar -> table.row(bar.claim, bar.limit, bar.measured, bar.met ? "met" : "**missed**"));
    return table;
  }
}
