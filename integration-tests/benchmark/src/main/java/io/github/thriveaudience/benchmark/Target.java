package io.github.thriveaudience.benchmark;

/**
 * A promised limit and the figure that was measured.
 *
 * @param claim the quantity that is limited
 */
record Target(String claim, String limit, String measured, boolean met) {

  static Target atMost(String claim, double limit, double measured) {
    boolean met = measured <= limit;
    return new Target(claim, "at most " + ratio(limit), ratio(measured), met);
  }

  static Target below(String claim, double limit, double measured) {
    return new Target(claim, "below " + ratio(limit), ratio(measured), measured < limit);
  }

  private static String ratio(double value) {
    return Table.number(value, value < 0.5 ? 3 : 2);
  }

  static Table table(Iterable<Target> targets) {
    Table table = new Table("target", "promised", "measured", "");
    targets.forEach(
        target ->
            table.row(
                target.claim, target.limit, target.measured, target.met ? "met" : "**missed**"));
    return table;
  }
}
