package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A program that lists a large audience over networks and prints the cost of each listing. */
final class NetworkProgram {
  static final int MEMBERS = 100_000;

  static final String AUDIENCE = PageRequest.audience(MEMBERS, 0);

  /** Enough for the JIT compiler, whose CPU time would else be part of the first listings. */
  private static final int WARM_UPS = 10;

  private final ClientKind kind;

  private NetworkProgram(ClientKind kind) {
    this.kind = kind;
  }

  /**
   * Lists the audience over each network.
   *
   * @param arguments the name of a {@link ClientKind}, and the API's address without delay and then
   *     over each network in the order of {@link Network#ROUND_TRIPS}
   */
  public static void main(String[] arguments) throws Exception {
    NetworkProgram program = new NetworkProgram(ClientKind.valueOf(arguments[0]));
    program.warmUp(URI.create(arguments[1]));
    for (int i = 0; i < Network.ROUND_TRIPS.size(); i++) {
      program.measure(Network.ROUND_TRIPS.get(i), URI.create(arguments[i + 2]));
    }
  }

  private void warmUp(URI baseUri) throws Exception {
    try (MeasuredClient client = MeasuredClient.open(kind.id, baseUri)) {
      for (int i = 0; i < WARM_UPS; i++) {
        for (NetworkListing listing : NetworkListing.of(kind)) {
          list(client, listing, new PacedConsumer(0));
        }
      }
    }
  }

  /** Each parallelism has a new client, which must open its connections. */
  private void measure(int roundTrip, URI baseUri) throws Exception {
    for (int parallelism : NetworkListing.parallelisms(kind)) {
      try (MeasuredClient client = MeasuredClient.open(kind.id, baseUri)) {
        for (NetworkListing listing : NetworkListing.of(parallelism)) {
          print(client, listing, roundTrip);
        }
      }
    }
  }

  private static void print(MeasuredClient client, NetworkListing listing, int roundTrip)
      throws Exception {
    System.out.println(
        ListingCost.measure(
            listing.name(roundTrip), MEMBERS, members -> list(client, listing, members)));
  }

  private static void list(MeasuredClient client, NetworkListing listing, PacedConsumer members)
      throws Exception {
    if (client instanceof ThisClient ours) {
      ours.list(AUDIENCE, listing.parallelism(), members);
    } else {
      client.list(AUDIENCE, members);
    }
  }
}
