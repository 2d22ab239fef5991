package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.List;

/** Measures the smallest heap for a listing, and whether a larger audience needs more. */
final class MemoryMeasurement implements Measurement {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;
  private static final int PROMISED = 32;

  /** The largest heap to try, in megabytes. */
  private static final int MAX = 64;

  /** The number of times that the short listing must pass. */
  private static final int REPEATS = 3;

  private static final String TEXT =
      "The smallest `-Xmx` in which all members are delivered, with `-XX:+UseSerialGC`, in steps of "
          + HeapSearch.JVM_STEP
          + " MB, to which the JVM rounds the heap size. 10,000 members must pass "
          + REPEATS
          + " times, so that the small heap of the short listing is no accident.";

  private final Table table = new Table("client", "10,000 members", "1,000,000 members", "growth");

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    Progress.show("memory", 1, 2);
    addRow(ClientKind.LOOP, heaps(workspace, ClientKind.LOOP), baseUri);
    Progress.show("memory", 2, 2);
    HeapSearch ours = heaps(workspace, ClientKind.OURS);
    double growth = addRow(ClientKind.OURS, ours, baseUri);
    boolean passes = ours.passes(PROMISED, arguments(ClientKind.OURS, baseUri, MANY));
    return new Section("Memory", TEXT, table, targets(growth, passes));
  }

  private static HeapSearch heaps(Workspace workspace, ClientKind client) throws IOException {
    return new HeapSearch(workspace.jvm(client), StreamingProgram.class, HeapSearch.JVM_STEP, MAX);
  }

  private static String[] arguments(ClientKind client, String baseUri, int members) {
    return new String[] {client.id, baseUri, String.valueOf(members)};
  }

  private double addRow(ClientKind client, HeapSearch heaps, String baseUri)
      throws IOException, InterruptedException {
    int few = heaps.smallest(HeapSearch.JVM_STEP, REPEATS, arguments(client, baseUri, FEW));
    int many = heaps.smallest(few, 1, arguments(client, baseUri, MANY));
    double growth = (double) many / few - 1;
    table.row(client.label, few + " MB", many + " MB", percent(growth));
    return growth;
  }

  private static List<Target> targets(double growth, boolean passes) {
    return List.of(
        new Target(
            "memory: 1,000,000 members stream through",
            "in -Xmx" + PROMISED + "m",
            passes ? "yes" : "no",
            passes),
        new Target("memory: growth from 10,000", "below 10 %", percent(growth), growth < 0.1));
  }

  private static String percent(double ratio) {
    return Table.number(100 * ratio, 0) + " %";
  }
}
