package io.github.thriveaudience.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From the start of a JVM to its end, with one member read in between. */
final class ColdStartPart implements Part {
  private static final int ROUNDS = 11;
  private static final String AUDIENCE = PageRequest.audience(10_000, 0);

  private final Map<Contenders, Samples> millis = new EnumMap<>(Contenders.class);

  @Override
  public Section measure(Workspace workspace, String baseUri) throws Exception {
    for (Contenders contender : Contenders.values()) {
      // Once for nothing, which brings its jars into the cache of the file system.
      run(workspace, baseUri, contender);
      millis.put(contender, new Samples());
    }
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("cold", round, ROUNDS);
      for (Contenders contender : Contenders.values()) {
        millis.get(contender).add(run(workspace, baseUri, contender));
      }
    }
    return section();
  }

  private static double run(Workspace workspace, String baseUri, Contenders contender)
      throws Exception {
    ChildJvm.Outcome outcome =
        workspace.jvm(contender).run(FirstMember.class, contender.id, baseUri, AUDIENCE).orThrow();
    if (!outcome.output().startsWith("63f8c536")) {
      throw new IllegalStateException("not the first member: " + outcome.output());
    }
    return outcome.millis();
  }

  private Section section() {
    Table table = new Table("first member of a fresh JVM", "time", "least to most", "of the loop");
    millis.forEach(
        (contender, samples) ->
            table.row(
                contender.label,
                Table.number(samples.median(), 0) + " ms",
                Table.number(samples.least(), 0) + " to " + Table.number(samples.most(), 0) + " ms",
                Table.number(ofLoop(contender), 2)));
    String text = "Median of " + ROUNDS + " processes each, in turns, with the JVM's defaults.";
    return new Section(
        "Cold start",
        text,
        table,
        List.of(Bar.atMost("cold start, of the loop's", 1.25, ofLoop(Contenders.OURS))));
  }

  private double ofLoop(Contenders contender) {
    return millis.get(contender).median() / millis.get(Contenders.LOOP).median();
  }
}
