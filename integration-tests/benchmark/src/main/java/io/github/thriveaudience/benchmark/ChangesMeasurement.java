package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a comparison of a large audience with known members: the smallest heap, and the time
 * beside that of a plain reading.
 */
final class ChangesMeasurement implements Measurement {
  private static final int ROUNDS = 3;
  private static final int TURNS = 5;
  private static final int PROMISED_HEAP = 512;
  private static final double PROMISED_RATIO = 1.3;
  private static final int HEAP_STEP = 32;

  private static final String TEXT =
      "Medians of "
          + ROUNDS
          + " processes of "
          + TURNS
          + " readings and comparisons each, in turns, without delay. The known members are in the"
          + " heap at all times. The CPU time is without the JIT compiler's. The smallest heap is"
          + " the smallest `-Xmx` in which the program passes with `-XX:+UseSerialGC`, the new"
          + " state included, in steps of "
          + HEAP_STEP
          + " MB.";

  private final List<Case> cases =
      List.of(
          new Case("members", false, 2 * PROMISED_HEAP),
          new Case("members", false, PROMISED_HEAP),
          new Case("ids", true, PROMISED_HEAP));

  /** What is known, the heap in megabytes, and the costs of all rounds. */
  private record Case(String known, boolean idsOnly, int heap, ListingCosts costs) {
    Case(String known, boolean idsOnly, int heap) {
      this(known, idsOnly, heap, new ListingCosts());
    }

    String[] arguments(String baseUri, int turns) {
      return new String[] {baseUri, String.valueOf(idsOnly), String.valueOf(turns)};
    }

    String label() {
      return known + ", `-Xmx" + heap + "m`";
    }

    double ratio() {
      return costs.millis(ChangesProgram.CHANGES).median()
          / costs.millis(ChangesProgram.PLAIN).median();
    }

    /** Of the means, since the JDK rounds each sample. */
    double cpuRatio() {
      return costs.cpuMillis(ChangesProgram.CHANGES).mean()
          / costs.cpuMillis(ChangesProgram.PLAIN).mean();
    }
  }

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    ChildJvm jvm = workspace.jvm(ClientKind.OURS);
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("changes", round, ROUNDS);
      for (Case each : cases) {
        ChildJvm sized = jvm.with("-Xmx" + each.heap + "m", CpuTime.FLAG);
        String[] arguments = each.arguments(baseUri, TURNS);
        each.costs.add(sized.run(ChangesProgram.class, arguments).orThrow().output());
      }
    }
    List<Target> targets = new ArrayList<>(cases.stream().map(this::timeTarget).toList());
    for (Case each : cases.subList(1, cases.size())) {
      targets.add(heapTarget(each, jvm, baseUri));
    }
    return new Section("Changes", TEXT, table(), targets);
  }

  private Table table() {
    Table table =
        new Table("1,000,000 known", "plain reading", "changes", "of the reading", "of its CPU");
    for (Case each : cases) {
      table.row(
          each.label(),
          seconds(each.costs.millis(ChangesProgram.PLAIN)),
          seconds(each.costs.millis(ChangesProgram.CHANGES)),
          Table.number(each.ratio(), 2),
          Table.number(each.cpuRatio(), 2));
    }
    return table;
  }

  private static String seconds(Samples millis) {
    return Table.number(millis.median() / 1000, 2) + " s";
  }

  private Target timeTarget(Case measured) {
    return Target.atMost(
        "changes: " + measured.label() + ", of the plain reading",
        PROMISED_RATIO,
        measured.ratio());
  }

  private static Target heapTarget(Case measured, ChildJvm jvm, String baseUri)
      throws IOException, InterruptedException {
    HeapSearch heaps = new HeapSearch(jvm, ChangesProgram.class, HEAP_STEP, 2 * PROMISED_HEAP);
    int smallest = heaps.smallest(4 * HEAP_STEP, 1, measured.arguments(baseUri, 0));
    return new Target(
        "changes: smallest heap for 1,000,000 known " + measured.known,
        "at most " + PROMISED_HEAP + " MB",
        smallest + " MB",
        smallest <= PROMISED_HEAP);
  }
}
