package io.github.thriveaudience.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures a whole process that reads one member, from the start of the JVM to its end. */
final class ColdStartMeasurement implements Measurement {
  private static final int ROUNDS = 11;
  private static final String AUDIENCE = PageRequest.audience(10_000, 0);

  private final Map<ClientKind, Samples> millis = new EnumMap<>(ClientKind.class);

  @Override
  public Section measure(Workspace workspace, String baseUri) throws Exception {
    for (ClientKind client : ClientKind.values()) {
      // An unmeasured run, which brings the jars into the file system cache.
      run(workspace, baseUri, client);
      millis.put(client, new Samples());
    }
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("cold", round, ROUNDS);
      for (ClientKind client : ClientKind.values()) {
        millis.get(client).add(run(workspace, baseUri, client));
      }
    }
    return section();
  }

  private static double run(Workspace workspace, String baseUri, ClientKind client)
      throws Exception {
    ChildJvm.Outcome outcome =
        workspace.jvm(client).run(FirstMemberProgram.class, client.id, baseUri, AUDIENCE).orThrow();
    if (!outcome.output().startsWith("63f8c536")) {
      throw new IllegalStateException("not the first member: " + outcome.output());
    }
    return outcome.millis();
  }

  private Section section() {
    Table table = new Table("first member of a fresh JVM", "time", "range", "of the loop");
    millis.forEach(
        (client, samples) ->
            table.row(
                client.label,
                Table.number(samples.median(), 0) + " ms",
                Table.number(samples.min(), 0) + " to " + Table.number(samples.max(), 0) + " ms",
                Table.number(ofLoop(client), 2)));
    String text =
        "Median of " + ROUNDS + " processes per client, interleaved, with the JVM's default flags.";
    return new Section(
        "Cold start",
        text,
        table,
        List.of(Target.atMost("cold start, of the loop's", 1.25, ofLoop(ClientKind.OURS))));
  }

  private double ofLoop(ClientKind client) {
    return millis.get(client).median() / millis.get(ClientKind.LOOP).median();
  }
}
