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

/**
 * Measures time and allocation of one page with JMH. Each round has one fork per client, so that
 * noise affects all.
 */
final class PageMeasurement implements Measurement {
  private static final int ROUNDS = 3;

  private final Map<ClientKind, List<BenchmarkResult>> forks = new EnumMap<>(ClientKind.class);
  private final Map<ClientKind, RunResult> results = new EnumMap<>(ClientKind.class);

  @Override
  public Section measure(Workspace workspace, String baseUri) throws IOException, RunnerException {
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("page", round, ROUNDS);
      for (ClientKind client : ClientKind.values()) {
        add(client, fork(workspace, baseUri, client));
      }
    }
    ResultFormatFactory.getInstance(
            ResultFormatType.JSON, workspace.folder("jmh-page.json").toString())
        .writeOut(results.values());
    return section();
  }

  private static RunResult fork(Workspace workspace, String baseUri, ClientKind client)
      throws IOException, RunnerException {
    List<Path> classPath = new ArrayList<>(client.classPath(workspace));
    classPath.addAll(workspace.classPaths().of(List.of("org.openjdk.jmh.jmh-core")));
    // JMH starts its forks with the class path that it finds here.
    System.setProperty("java.class.path", ClassPaths.joined(classPath));
    return new Runner(options(workspace, baseUri, client)).runSingle();
  }

  private static Options options(Workspace workspace, String baseUri, ClientKind client) {
    return new OptionsBuilder()
        .include(PageBenchmark.class.getName())
        .param("client", client.id)
        .param("baseUri", baseUri)
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        // Stock Feign logs through SLF4J, which would warn that there is no backend.
        .jvmArgsAppend("-Dslf4j.internal.verbosity=ERROR")
        .shouldFailOnError(true)
        .output(workspace.folder("jmh-page-" + client.id + ".log").toString())
        .build();
  }

  private void add(ClientKind client, RunResult round) {
    List<BenchmarkResult> all = forks.computeIfAbsent(client, key -> new ArrayList<>());
    all.addAll(round.getBenchmarkResults());
    results.put(client, new RunResult(round.getParams(), all));
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
    for (ClientKind client : ClientKind.values()) {
      table.row(
          client.label,
          Table.number(micros(client), 0) + " µs",
          "± " + Table.number(time(client).getScoreError(), 0) + " µs",
          Table.number(micros(client) / micros(ClientKind.LOOP), 2),
          Table.number(bytes(client) / 1000, 0) + " kB",
          Table.number(bytes(client) / bytes(ClientKind.LOOP), 2));
    }
    return new Section("Page", text(), table, targets());
  }

  private static String text() {
    return "Median of "
        + ROUNDS
        + " forks with 5 iterations of 1 s each, after 3 s of warm-up; the"
        + " error is JMH's, at 99.9 %.";
  }

  private List<Target> targets() {
    double fastestStockClient =
        results.keySet().stream()
            .filter(ClientKind::isStock)
            .mapToDouble(this::micros)
            .min()
            .orElseThrow();
    double ours = micros(ClientKind.OURS);
    return List.of(
        Target.atMost("page: time, of the loop's", 1.1, ours / micros(ClientKind.LOOP)),
        Target.below("page: time, of the fastest stock client's", 1.0, ours / fastestStockClient),
        Target.atMost(
            "page: allocation, of the loop's",
            1.15,
            bytes(ClientKind.OURS) / bytes(ClientKind.LOOP)));
  }

  private Result<?> time(ClientKind client) {
    return results.get(client).getPrimaryResult();
  }

  private double micros(ClientKind client) {
    return time(client).getStatistics().getPercentile(50);
  }

  private double bytes(ClientKind client) {
    return results.get(client).getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }
}
