package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Measures how long a new process takes to its first member, and with it to its end. */
final class ColdStartMeasurement implements Measurement {
  private static final int ROUNDS = 7;
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final String TEXT =
      "Median of "
          + ROUNDS
          + " processes per client, interleaved, from the start of the JVM to the first member that"
          + " it prints, without TLS and with it, and over TLS to the end of the process. *With"
          + " cache*: the second run with the recipe of the facade's README; *and C1*: with "
          + QUICK_COMPILER
          + ", too. The server is on the loopback interface.";

  private final Map<ClientKind, ColdStart> plain = new EnumMap<>(ClientKind.class);
  private final List<ColdStart> cached = new ArrayList<>();

  @Override
  public Section measure(Workspace workspace, String baseUri) throws Exception {
    TestCertificate certificate = TestCertificate.create(workspace.folder("tls"));
    try (ServerProcess server = ServerProcess.https(certificate.server(workspace.bareJvm()))) {
      for (ClientKind client : ClientKind.values()) {
        prepare(client, certificate.client(jvm(workspace, client)), server.baseUri());
      }
      cache(workspace, certificate, ClientKind.LOOP, server.baseUri());
      ColdStart recipe = cache(workspace, certificate, ClientKind.OURS, server.baseUri());
      measure(URI.create(baseUri), server.baseUri());
      return new Section("Cold start", TEXT, table(), targets(recipe));
    }
  }

  /** With this module's jar in place of its folder, which no archive of classes may have. */
  private static ChildJvm jvm(Workspace workspace, ClientKind client) throws IOException {
    List<Path> classPath = new ArrayList<>(client.libraries(workspace));
    classPath.add(workspace.jar());
    return workspace.jvm(classPath);
  }

  /** With an unmeasured run, which brings the jars into the file system cache. */
  private void prepare(ClientKind client, ChildJvm jvm, URI https)
      throws IOException, InterruptedException {
    ColdStart start = new ColdStart(client.label, client, jvm);
    start.run(https);
    plain.put(client, start);
  }

  private ColdStart cache(
      Workspace workspace, TestCertificate certificate, ClientKind client, URI https)
      throws IOException, InterruptedException {
    ChildJvm jvm = certificate.client(jvm(workspace, client));
    StartCache cache = StartCache.in(workspace.root(), client);
    new ColdStart("", client, cache.writer(jvm)).run(https);
    ChildJvm reader = cache.reader(jvm);
    cached.add(new ColdStart(client.label + ", with cache", client, reader));
    ColdStart quick =
        new ColdStart(client.label + ", with cache and C1", client, reader.with(QUICK_COMPILER));
    cached.add(quick);
    return quick;
  }

  private void measure(URI http, URI https) throws IOException, InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Progress.show("cold", round, ROUNDS);
      for (ColdStart start : all()) {
        start.measure(http, https);
      }
    }
  }

  private List<ColdStart> all() {
    List<ColdStart> all = new ArrayList<>(plain.values());
    all.addAll(cached);
    return all;
  }

  private Table table() {
    Table table =
        new Table(
            "first member of a fresh JVM",
            "without TLS",
            "of the loop",
            "TLS",
            "of the loop",
            "to" + " the end",
            "of the loop");
    for (ColdStart start : all()) {
      List<String> row = new ArrayList<>(List.of(start.label));
      row.addAll(cells(start, each -> each.withoutTls));
      row.addAll(cells(start, each -> each.overTls));
      row.addAll(cells(start, each -> each.toTheEnd));
      table.row(row.toArray());
    }
    return table;
  }

  private List<String> cells(ColdStart start, Function<ColdStart, Samples> samples) {
    return List.of(
        Table.number(samples.apply(start).median(), 0) + " ms",
        Table.number(ofLoop(start, samples), 2));
  }

  private double ofLoop(ColdStart start, Function<ColdStart, Samples> samples) {
    return samples.apply(start).median() / samples.apply(plain.get(ClientKind.LOOP)).median();
  }

  private List<Target> targets(ColdStart recipe) {
    return List.of(
        target("cold start over TLS, of the loop's", 1, plain.get(ClientKind.OURS)),
        target("the same with cache and C1, of the loop's without", 0.5, recipe));
  }

  private Target target(String claim, double limit, ColdStart start) {
    return Target.atMost(claim, limit, ofLoop(start, each -> each.overTls));
  }
}
