package io.github.thriveaudience.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares this build of the client with another one, where a page costs least. */
final class BuildsMeasurement implements Measurement {
  private static final int ROUNDS = 12;
  private static final double LIMIT = 1.03;

  private static final String TEXT =
      "%,d pages of %d members on loopback, without delay: %d listings in each of %d processes per build,"
              .formatted(
                  BuildsProgram.PAGES, BuildsProgram.PAGE_SIZE, BuildsProgram.LISTINGS, ROUNDS)
          + " interleaved. The CPU time is without the JIT compiler's.";

  private final ListingCosts thisBuild = new ListingCosts();
  private final ListingCosts otherBuild = new ListingCosts();
  private final String other;

  /**
   * Compares with other jars.
   *
   * @param other the class path of the other build: its facade and its generated client
   */
  BuildsMeasurement(String other) {
    this.other = other;
  }

  @Override
  public Section measure(Workspace workspace, String baseUri)
      throws IOException, InterruptedException {
    ChildJvm here = workspace.jvm(ClientKind.OURS).with(CpuTime.FLAG);
    ChildJvm there = workspace.jvm(classPathOfOther(workspace)).with(CpuTime.FLAG);
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("builds", round, ROUNDS);
      // The first and the second of a round change places.
      if (round % 2 == 0) {
        run(here, baseUri, thisBuild);
      }
      run(there, baseUri, otherBuild);
      if (round % 2 == 1) {
        run(here, baseUri, thisBuild);
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

  private static void run(ChildJvm jvm, String baseUri, ListingCosts costs)
      throws IOException, InterruptedException {
    costs.add(jvm.run(BuildsProgram.class, baseUri).orThrow().output());
  }

  private Table table() {
    Table table = new Table("1,000 pages", "other build", "this build", "ratio", "minimum: ratio");
    for (int parallelism : BuildsProgram.PARALLELISMS) {
      String name = BuildsProgram.name(parallelism);
      String label = "`parallelism(" + parallelism + ")`, ";
      addRow(table, label + "time", otherBuild.millis(name), thisBuild.millis(name));
      addRow(table, label + "CPU", otherBuild.cpuMillis(name), thisBuild.cpuMillis(name));
    }
    return table;
  }

  private static void addRow(Table table, String label, Samples other, Samples here) {
    table.row(
        label,
        Table.number(other.median(), 0) + " ms",
        Table.number(here.median(), 0) + " ms",
        Table.number(here.median() / other.median(), 3),
        Table.number(here.min() / other.min(), 3));
  }

  private List<Target> targets() {
    return BuildsProgram.PARALLELISMS.stream().map(this::target).toList();
  }

  private Target target(int parallelism) {
    String name = BuildsProgram.name(parallelism);
    return Target.atMost(
        "builds: 1,000 pages, parallelism " + parallelism + ", of the other build's",
        LIMIT,
        thisBuild.millis(name).median() / otherBuild.millis(name).median());
  }
}
