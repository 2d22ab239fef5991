package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long a large audience takes, from a server that takes its time for each page. */
final class ListingPart implements Part {
  private static final int ROUNDS = 5;

  private static final String TEXT =
      "Median of "
          + ROUNDS
          + " processes each, in turns. The server waits "
          + ListAll.DELAY_MILLIS
          + " ms before each page. The slow consumer sleeps 20 ms after each 1,000 members.";

  private final Map<Contenders, Map<ListingWay, Samples>> millis = new EnumMap<>(Contenders.class);

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("listing", round, ROUNDS);
      for (Contenders contender : Contenders.values()) {
        note(contender, run(workspace, baseUri, contender));
      }
    }
    ParallelismPlot.write(workspace.folder("parallelism.svg"), loop(), byParallelism());
    return new Section("Listing", TEXT, table(), bars());
  }

  private static String run(Workspace workspace, String baseUri, Contenders contender)
      throws IOException, InterruptedException {
    return workspace.jvm(contender).run(ListAll.class, contender.id, baseUri).orThrow().output();
  }

  private void note(Contenders contender, String output) {
    Map<ListingWay, Samples> samples =
        millis.computeIfAbsent(contender, key -> new EnumMap<>(ListingWay.class));
    for (String line : output.split("\n")) {
      String[] words = line.split(" ");
      samples
          .computeIfAbsent(ListingWay.valueOf(words[0]), key -> new Samples())
          .add(Double.parseDouble(words[1]));
    }
  }

  private Table table() {
    Table table =
        new Table(
            "100,000 members", "fast consumer", "of the loop", "slow consumer", "of the loop");
    for (Contenders contender : Contenders.values()) {
      List<Object> cells = new ArrayList<>(List.of(contender.label));
      for (ListingWay way : ListingWay.ofAll()) {
        cells.add(seconds(contender, way));
        cells.add(Table.number(ofLoop(contender, way), 2));
      }
      table.row(cells.toArray());
    }
    ListingWay.ofOurs().forEach(way -> addParallel(table, way));
    return table;
  }

  private void addParallel(Table table, ListingWay way) {
    table.row(
        "this client, `parallelism(" + way.parallelism() + ")`",
        seconds(Contenders.OURS, way),
        Table.number(ofLoop(Contenders.OURS, way), 2),
        "",
        "");
  }

  private String seconds(Contenders contender, ListingWay way) {
    return Table.number(median(contender, way) / 1000, 2) + " s";
  }

  private List<Bar> bars() {
    return List.of(
        Bar.atMost(
            "listing: defaults, slow consumer, of the loop's",
            0.75,
            ofLoop(Contenders.OURS, ListingWay.SLOW_CONSUMER)),
        Bar.atMost(
            "listing: defaults, fast consumer, of the loop's",
            1.05,
            ofLoop(Contenders.OURS, ListingWay.FAST_CONSUMER)),
        Bar.atMost(
            "listing: parallelism 8, fast consumer, of the loop's",
            1.0 / 6,
            ofLoop(Contenders.OURS, ListingWay.PARALLEL_8)));
  }

  private double ofLoop(Contenders contender, ListingWay way) {
    ListingWay same = way.parallelism() > 0 ? ListingWay.FAST_CONSUMER : way;
    return median(contender, way) / median(Contenders.LOOP, same);
  }

  private double loop() {
    return median(Contenders.LOOP, ListingWay.FAST_CONSUMER);
  }

  private Map<Integer, Double> byParallelism() {
    Map<Integer, Double> medians = new TreeMap<>();
    ListingWay.ofOurs()
        .forEach(way -> medians.put(way.parallelism(), median(Contenders.OURS, way)));
    return medians;
  }

  private double median(Contenders contender, ListingWay way) {
    return millis.get(contender).get(way).median();
  }
}
