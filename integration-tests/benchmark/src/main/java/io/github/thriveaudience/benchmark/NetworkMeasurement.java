package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures listings over TLS through relays that add a round trip. */
final class NetworkMeasurement implements Measurement {
  private static final int ROUNDS = 5;

  /** A process takes half a minute, and more on a machine with other load. */
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private static final int PAGES = NetworkProgram.MEMBERS / TestAccount.PAGE_SIZE;

  private final Map<ClientKind, ListingCosts> costs = new EnumMap<>(ClientKind.class);
  private final Samples serverMillis = new Samples();

  @Override
  public Section measure(Workspace workspace, String baseUri) throws Exception {
    Path folder = workspace.folder("tls");
    TestCertificate certificate = TestCertificate.create(folder);
    ChildJvm bare = workspace.bareJvm();
    try (Network network = new Network(certificate.server(bare), bare)) {
      for (int round = 1; round <= ROUNDS; round++) {
        Progress.show("network", round, ROUNDS);
        measureServer(certificate.client(bare), network);
        for (ClientKind client : ClientKind.values()) {
          measure(certificate.client(workspace.jvm(client).with(CpuTime.FLAG)), network, client);
        }
      }
    }
    return new Section("Network", text(), table(), List.of());
  }

  private void measureServer(ChildJvm jvm, Network network)
      throws IOException, InterruptedException {
    String withoutDelay = network.baseUris().get(0);
    String millis = jvm.run(ServerTimeProgram.class, withoutDelay).orThrow().output();
    serverMillis.add(Double.parseDouble(millis));
  }

  private void measure(ChildJvm jvm, Network network, ClientKind client)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(client.name()));
    arguments.addAll(network.baseUris());
    ChildJvm.Outcome outcome =
        jvm.run(TIMEOUT, NetworkProgram.class, arguments.toArray(String[]::new)).orThrow();
    costs.computeIfAbsent(client, key -> new ListingCosts()).add(outcome.output());
  }

  private String text() {
    return "Median of "
        + ROUNDS
        + " processes per client, interleaved: 100 pages over TLS through a relay that adds the round"
        + " trip. Each listing is the first of a new client in a warm JVM, or its second (*again*)."
        + " The ideal is pages × (round trip + server time) / parallelism. The server and the relay"
        + " take "
        + Table.number(serverMillis.median(), 2)
        + " ms a page, measured with a bare socket and without the round trip. The CPU time is that of"
        + " the client's process without its JIT compiler, rounded to 0.1 ms a page.";
  }

  private Table table() {
    Table table =
        new Table(
            "100,000 members",
            "round trip",
            "time",
            "ideal",
            "of the ideal",
            "CPU a page",
            "members/s");
    for (int roundTrip : Network.ROUND_TRIPS) {
      for (ClientKind client : ClientKind.values()) {
        NetworkListing.of(client).forEach(listing -> addRow(table, roundTrip, client, listing));
      }
    }
    return table;
  }

  private void addRow(Table table, int roundTrip, ClientKind client, NetworkListing listing) {
    String name = listing.name(roundTrip);
    double millis = costs.get(client).millis(name).median();
    double ideal = PAGES * (roundTrip + serverMillis.median()) / listing.parallelism();
    table.row(
        listing.label(client),
        roundTrip + " ms",
        Table.number(millis / 1000, 2) + " s",
        Table.number(ideal / 1000, 2) + " s",
        Table.number(millis / ideal, 2),
        Table.number(costs.get(client).cpuMillis(name).median() / PAGES, 1) + " ms",
        Table.number(NetworkProgram.MEMBERS / millis * 1000, 0));
  }
}
