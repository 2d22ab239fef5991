package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.List;

/** The smallest heap in which an audience can be listed, and whether a larger one needs more. */
final class MemoryPart implements Part {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;
  private static final int PROMISED = 32;

  /** How often the short listing must pass. */
  private static final int REPEATS = 3;

  private static final String TEXT =
      "The smallest `-Xmx` in which all members pass by, with `-XX:+UseSerialGC`, in steps of "
          + HeapSearch.STEP
          + " MB, to which the JVM rounds a heap. 10,000 members must pass "
          + REPEATS
          + " times, so that the short listing is not small by luck.";

  private final Table table = new Table("client", "10,000 members", "1,000,000 members", "growth");

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    Progress.show("memory", 1, 2);
    addRow(Contenders.LOOP, new HeapSearch(workspace, baseUri, Contenders.LOOP));
    Progress.show("memory", 2, 2);
    HeapSearch ours = new HeapSearch(workspace, baseUri, Contenders.OURS);
    double growth = addRow(Contenders.OURS, ours);
    boolean passes = ours.passes(PROMISED, MANY);
    return new Section("Memory", TEXT, table, bars(growth, passes));
  }

  private double addRow(Contenders contender, HeapSearch heaps)
      throws IOException, InterruptedException {
    int few = heaps.smallest(HeapSearch.STEP, FEW, REPEATS);
    int many = heaps.smallest(few, MANY, 1);
    double growth = (double) many / few - 1;
    table.row(contender.label, few + " MB", many + " MB", percent(growth));
    return growth;
  }

  private static List<Bar> bars(double growth, boolean passes) {
    return List.of(
        new Bar(
            "memory: 1,000,000 members stream through",
            "in -Xmx" + PROMISED + "m",
            passes ? "they do" : "they do not",
            passes),
        new Bar("memory: growth from 10,000", "below 10 %", percent(growth), growth < 0.1));
  }

  private static String percent(double ratio) {
    return Table.number(100 * ratio, 0) + " %";
  }
}
