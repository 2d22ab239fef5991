package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A server with TLS, and relays before it: one without delay and one for each round trip. */
final class Network implements AutoCloseable {
  /** In milliseconds. */
  static final List<Integer> ROUND_TRIPS = List.of(20, 80);

  private final List<ServerProcess> processes = new ArrayList<>();

  Network(ChildJvm server, ChildJvm relay) throws IOException {
    ServerProcess https = ServerProcess.https(server);
    processes.add(https);
    processes.add(https.relay(relay, 0));
    for (int roundTrip : ROUND_TRIPS) {
      processes.add(https.relay(relay, roundTrip));
    }
  }

  /** The API's address without delay, and then with each round trip. */
  List<String> baseUris() {
    return processes.stream().skip(1).map(relay -> relay.baseUri().toString()).toList();
  }

  @Override
  public void close() {
    processes.forEach(ServerProcess::close);
  }
}
