package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the time to list a large audience from a server that delays each page. */
final class ListingMeasurement implements Measurement {
  private static final int ROUNDS = 5;

  private static final String TEXT =
      "Median of "
          + ROUNDS
          + " processes per client, interleaved. The server waits "
          + ListingProgram.DELAY_MILLIS
          + " ms before each page. The slow consumer sleeps 20 ms after each 1,000 members.";

  private final Map<ClientKind, Map<ListingScenario, Samples>> millis =
      new EnumMap<>(ClientKind.class);

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("listing", round, ROUNDS);
      for (ClientKind client : ClientKind.values()) {
        record(client, run(workspace, baseUri, client));
      }
    }
    ParallelismPlot.write(workspace.folder("parallelism.svg"), loop(), byParallelism());
    return new Section("Listing", TEXT, table(), targets());
  }

  private static String run(Workspace workspace, String baseUri, ClientKind client)
      throws IOException, InterruptedException {
    return workspace.jvm(client).run(ListingProgram.class, client.id, baseUri).orThrow().output();
  }

  private void record(ClientKind client, String output) {
    Map<ListingScenario, Samples> samples =
        millis.computeIfAbsent(client, key -> new EnumMap<>(ListingScenario.class));
    for (String line : output.split("\n")) {
      String[] words = line.split(" ");
      samples
          .computeIfAbsent(ListingScenario.valueOf(words[0]), key -> new Samples())
          .add(Double.parseDouble(words[1]));
    }
  }

  private Table table() {
    Table table =
        new Table(
            "100,000 members", "fast consumer", "of the loop", "slow consumer", "of the loop");
    for (ClientKind client : ClientKind.values()) {
      List<Object> cells = new ArrayList<>(List.of(client.label));
      for (ListingScenario scenario : ListingScenario.ofAll()) {
        cells.add(seconds(client, scenario));
        cells.add(Table.number(ofLoop(client, scenario), 2));
      }
      table.row(cells.toArray());
    }
    ListingScenario.ofOurs().forEach(scenario -> addParallel(table, scenario));
    return table;
  }

  private void addParallel(Table table, ListingScenario scenario) {
    table.row(
        "this client, `parallelism(" + scenario.parallelism() + ")`",
        seconds(ClientKind.OURS, scenario),
        Table.number(ofLoop(ClientKind.OURS, scenario), 2),
        "",
        "");
  }

  private String seconds(ClientKind client, ListingScenario scenario) {
    return Table.number(median(client, scenario) / 1000, 2) + " s";
  }

  private List<Target> targets() {
    return List.of(
        Target.atMost(
            "listing: defaults, slow consumer, of the loop's",
            0.75,
            ofLoop(ClientKind.OURS, ListingScenario.SLOW_CONSUMER)),
        Target.atMost(
            "listing: defaults, fast consumer, of the loop's",
            1.05,
            ofLoop(ClientKind.OURS, ListingScenario.FAST_CONSUMER)),
        Target.atMost(
            "listing: parallelism 8, fast consumer, of the loop's",
            1.0 / 6,
            ofLoop(ClientKind.OURS, ListingScenario.PARALLEL_8)));
  }

  private double ofLoop(ClientKind client, ListingScenario scenario) {
    ListingScenario same = scenario.parallelism() > 0 ? ListingScenario.FAST_CONSUMER : scenario;
    return median(client, scenario) / median(ClientKind.LOOP, same);
  }

  private double loop() {
    return median(ClientKind.LOOP, ListingScenario.FAST_CONSUMER);
  }

  private Map<Integer, Double> byParallelism() {
    Map<Integer, Double> medians = new TreeMap<>();
    ListingScenario.ofOurs()
        .forEach(
            scenario -> medians.put(scenario.parallelism(), median(ClientKind.OURS, scenario)));
    return medians;
  }

  private double median(ClientKind client, ListingScenario scenario) {
    return millis.get(client).get(scenario).median();
  }
}
