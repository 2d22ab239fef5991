package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The smallest heap in which an audience can be listed, and whether a larger one needs more. */
final class MemoryPart implements Part {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;

  /** The JVM rounds a heap up to this. */
  private static final int STEP = 2;

  private static final int MOST = 64;
  private static final int PROMISED = 32;

  private static final String TEXT =
      "The smallest `-Xmx` in which all members pass by, with `-XX:+UseSerialGC`, in steps of "
          + STEP
          + " MB, to which the JVM rounds a heap.";

  private final Table table = new Table("client", "10,000 members", "1,000,000 members", "growth");
  private final List<Bar> bars = new ArrayList<>();

  @Override
  public Section measure(Workspace workspace, String baseUri) throws Exception {
    Progress.show("memory", 1, 2);
    addRow(workspace, baseUri, Contenders.LOOP);
    Progress.show("memory", 2, 2);
    double growth = addRow(workspace, baseUri, Contenders.OURS);
    boolean passes = passes(workspace, baseUri, Contenders.OURS, MANY, PROMISED);
    bars.add(
        new Bar(
            "memory: 1,000,000 members stream through",
            "in -Xmx" + PROMISED + "m",
            passes ? "they do" : "they do not",
            passes));
    bars.add(
        new Bar("memory: growth from 10,000", "below 10 %", percent(growth), growth < 0.1));
    return new Section("Memory", TEXT, table, bars);
  }

  private double addRow(Workspace workspace, String baseUri, Contenders contender)
      throws IOException, InterruptedException {
    int few = smallestHeap(workspace, baseUri, contender, FEW, STEP);
    // Upwards only: a heap that is too small fails fast, and one that is just enough is slow.
    int many = smallestHeap(workspace, baseUri, contender, MANY, few);
    double growth = (double) many / few - 1;
    table.row(contender.label, few + " MB", many + " MB", percent(growth));
    return growth;
  }

  private static int smallestHeap(
      Workspace workspace, String baseUri, Contenders contender, int members, int from)
      throws IOException, InterruptedException {
    for (int megabytes = from; megabytes <= MOST; megabytes += STEP) {
      if (passes(workspace, baseUri, contender, members, megabytes)) {
        return megabytes;
      }
    }
    throw new IllegalStateException(contender.id + " does not pass in " + MOST + " MB");
  }

  private static boolean passes(
      Workspace workspace, String baseUri, Contenders contender, int members, int megabytes)
      throws IOException, InterruptedException {
    // Out of memory is the end even where a thread of a library would swallow it.
    String[] flags = {
      "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + megabytes + "m"
    };
    return workspace
            .jvm(contender)
            .with(flags)
            .run(StreamAll.class, contender.id, baseUri, String.valueOf(members))
            .status()
        == 0;
  }

  private static String percent(double ratio) {
    return Table.number(100 * ratio, 0) + " %";
  }
}
