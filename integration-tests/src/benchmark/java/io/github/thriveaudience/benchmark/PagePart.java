package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Time and garbage of one page, by JMH: in each round one fork of each, so that noise hits all. */
final class PagePart implements Part {
  private static final int ROUNDS = 3;

  private final Map<Contenders, List<BenchmarkResult>> forks = new EnumMap<>(Contenders.class);
  private final Map<Contenders, RunResult> results = new EnumMap<>(Contenders.class);

  @Override
  public Section measure(Workspace workspace, String baseUri) throws IOException, RunnerException {
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("page", round, ROUNDS);
      for (Contenders contender : Contenders.values()) {
        add(contender, fork(workspace, baseUri, contender));
      }
    }
    ResultFormatFactory.getInstance(
            ResultFormatType.JSON, workspace.folder("jmh-page.json").toString())
        .writeOut(results.values());
    return section();
  }

  private static RunResult fork(Workspace workspace, String baseUri, Contenders contender)
      throws IOException, RunnerException {
    List<Path> classPath = new ArrayList<>(contender.classPath(workspace));
    classPath.addAll(workspace.classPaths().of(List.of("org.openjdk.jmh.jmh-core")));
    // JMH starts its forks with the class path that it finds here.
    System.setProperty("java.class.path", ClassPaths.joined(classPath));
    return new Runner(options(workspace, baseUri, contender)).runSingle();
  }

  private static Options options(Workspace workspace, String baseUri, Contenders contender) {
    return new OptionsBuilder()
        .include(PageBenchmark.class.getName())
        .param("contender", contender.id)
        .param("baseUri", baseUri)
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        // Stock Feign logs by SLF4J, which complains that nobody listens.
        .jvmArgsAppend("-Dslf4j.internal.verbosity=ERROR")
        .shouldFailOnError(true)
        .output(workspace.folder("jmh-page-" + contender.id + ".log").toString())
        .build();
  }

  private void add(Contenders contender, RunResult round) {
    List<BenchmarkResult> all = forks.computeIfAbsent(contender, key -> new ArrayList<>());
    all.addAll(round.getBenchmarkResults());
    results.put(contender, new RunResult(round.getParams(), all));
  }

  private Section section() {
    Table table =
        new Table(
            "one page of 1,000 members",
            "time",
            "error",
            "of the loop",
            "allocated",
            "of the loop");
    for (Contenders contender : Contenders.values()) {
      table.row(
          contender.label,
          Table.number(micros(contender), 0) + " µs",
          "± " + Table.number(time(contender).getScoreError(), 0) + " µs",
          Table.number(micros(contender) / micros(Contenders.LOOP), 2),
          Table.number(bytes(contender) / 1000, 0) + " kB",
          Table.number(bytes(contender) / bytes(Contenders.LOOP), 2));
    }
    return new Section("Page", text(), table, bars());
  }

  private static String text() {
    return "Median of "
        + ROUNDS
        + " forks with 5 iterations of 1 s each, after 3 s of warm-up; the"
        + " error is JMH's, at 99.9 %.";
  }

  private List<Bar> bars() {
    double fastestPeer =
        results.keySet().stream()
            .filter(Contenders::isPeer)
            .mapToDouble(this::micros)
            .min()
            .orElseThrow();
    double ours = micros(Contenders.OURS);
    return List.of(
        Bar.atMost("page: time, of the loop's", 1.0, ours / micros(Contenders.LOOP)),
        Bar.below("page: time, of the fastest peer's", 1.0, ours / fastestPeer),
        Bar.atMost(
            "page: allocation, of the loop's",
            1.15,
            bytes(Contenders.OURS) / bytes(Contenders.LOOP)));
  }

  private Result<?> time(Contenders contender) {
    return results.get(contender).getPrimaryResult();
  }

  private double micros(Contenders contender) {
    return time(contender).getStatistics().getPercentile(50);
  }

  private double bytes(Contenders contender) {
    return results.get(contender).getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }
}
