package io.github.thriveaudience.benchmark;

import java.util.List;

/**
 * A listing over a network.
 *
 * @param again whether the client has listed the audience before and thus has open connections
 */
record NetworkListing(int parallelism, boolean again) {

  /** The other clients have one page in flight. */
  static List<Integer> parallelisms(ClientKind client) {
    return client == ClientKind.OURS ? List.of(1, 4, 8, 16) : List.of(1);
  }

  /** With one page in flight, opening a connection is one round trip of a hundred. */
  static List<NetworkListing> of(int parallelism) {
    NetworkListing first = new NetworkListing(parallelism, false);
    return parallelism == 1
        ? List.of(first)
        : List.of(first, new NetworkListing(parallelism, true));
  }

  static List<NetworkListing> of(ClientKind client) {
    return parallelisms(client).stream().map(NetworkListing::of).flatMap(List::stream).toList();
  }

  /** The name in the output of the program. */
  String name(int roundTripMillis) {
    return roundTripMillis + (again ? "-again-" : "-first-") + parallelism;
  }

  String label(ClientKind client) {
    String label =
        client == ClientKind.OURS
            ? client.label + ", `parallelism(" + parallelism + ")`"
            : client.label;
    return again ? label + ", again" : label;
  }
}
