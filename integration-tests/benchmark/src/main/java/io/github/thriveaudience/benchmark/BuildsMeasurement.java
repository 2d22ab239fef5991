package io.github.thriveaudience.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares this build of the client with another one, where a page costs least. */
final class BuildsMeasurement implements Measurement {
  private static final int ROUNDS = 12;
  private static final double LIMIT = 1.03;

  private static final String TEXT =
      "1,000 pages of 10 members on loopback, without delay: "
          + BuildsProgram.LISTINGS
          + " listings in each of "
          + ROUNDS
          + " processes per build, interleaved. A ratio is the median of those of the rounds, in each"
          + " of which both builds ran once. The CPU time is without the JIT compiler's.";

  private final Map<String, BuildCosts> costs = new LinkedHashMap<>();
  private final String other;

  /**
   * Compares with other jars.
   *
   * @param other the class path of the other build: its facade and its generated client
   */
  BuildsMeasurement(String other) {
    this.other = other;
    for (int parallelism : BuildsProgram.PARALLELISMS) {
      String name = BuildsProgram.name(parallelism);
      costs.put(time(parallelism), new BuildCosts(all -> all.millis(name).median()));
      // The mean, since the JDK rounds each sample.
      costs.put(cpu(parallelism), new BuildCosts(all -> all.cpuMillis(name).mean()));
    }
  }

  private static String time(int parallelism) {
    return "`parallelism(" + parallelism + ")`, time";
  }

  private static String cpu(int parallelism) {
    return "`parallelism(" + parallelism + ")`, CPU";
  }

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    ChildJvm here = workspace.jvm(ClientKind.OURS).with(CpuTime.FLAG);
    ChildJvm there = workspace.jvm(classPathOfOther(workspace)).with(CpuTime.FLAG);
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("builds", round, ROUNDS);
      // The first and the second change places, since the machine may become slower or faster.
      if (round % 2 == 0) {
        ListingCosts first = run(here, baseUri);
        add(first, run(there, baseUri));
      } else {
        ListingCosts first = run(there, baseUri);
        add(run(here, baseUri), first);
      }
    }
    return new Section("Builds", TEXT, table(), targets());
  }

  private List<Path> classPathOfOther(Workspace workspace) throws IOException {
    List<Path> classPath = new ArrayList<>(paths());
    ClientKind.OURS.classPath(workspace).stream()
        .filter(path -> !path.getFileName().toString().startsWith("io.github.thriveaudience."))
        .forEach(classPath::add);
    return classPath;
  }

  private List<Path> paths() {
    List<Path> paths = Stream.of(other.split(File.pathSeparator)).map(Path::of).toList();
    if (other.isBlank() || !paths.stream().allMatch(Files::exists)) {
      throw new IllegalArgumentException(
          "benchmark.other must be the class path of another build's facade and generated client");
    }
    return paths;
  }

  private static ListingCosts run(ChildJvm jvm, String baseUri)
      throws IOException, InterruptedException {
    ListingCosts costs = new ListingCosts();
    costs.add(jvm.run(BuildsProgram.class, baseUri).orThrow().output());
    return costs;
  }

  private void add(ListingCosts here, ListingCosts there) {
    costs.values().forEach(cost -> cost.add(here, there));
  }

  private Table table() {
    Table table =
        new Table(
            "1,000 pages",
            "other build",
            "this build",
            "ratio",
            "ratios of the rounds",
            "ratio of the minimums");
    costs.forEach((label, cost) -> cost.addRow(table, label));
    return table;
  }

  private List<Target> targets() {
    return BuildsProgram.PARALLELISMS.stream().map(this::target).toList();
  }

  private Target target(int parallelism) {
    return Target.atMost(
        "builds: 1,000 pages, parallelism " + parallelism + ", of the other build's",
        LIMIT,
        costs.get(time(parallelism)).ratio());
  }
}
