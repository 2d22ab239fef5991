package io.github.thriveaudience.benchmark;

import java.net.URI;
import java.util.function.Consumer;

/** A program that lists a large audience over networks and prints the cost of each listing. */
final class NetworkProgram {
  static final int MEMBERS = 100_000;

  static final String AUDIENCE = PageRequest.audience(MEMBERS, 0);

  /** Enough for the JIT compiler, which would else take the CPU from the first listings. */
  private static final int WARM_UPS = 10;

  /** Waiting for responses is code of its own. */
  private static final int SLOW_WARM_UPS = 2;

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
    program.warmUp(WARM_UPS, URI.create(arguments[1]));
    program.warmUp(SLOW_WARM_UPS, URI.create(arguments[2]));
    for (int i = 0; i < Network.ROUND_TRIPS.size(); i++) {
      program.list(Network.ROUND_TRIPS.get(i), URI.create(arguments[i + 2]), System.out::println);
    }
  }

  private void warmUp(int times, URI baseUri) throws Exception {
    for (int i = 0; i < times; i++) {
      list(0, baseUri, cost -> {});
    }
  }

  /** Each parallelism has a new client, which must open its connections. */
  private void list(int roundTrip, URI baseUri, Consumer<ListingCost> costs) throws Exception {
    for (int parallelism : NetworkListing.parallelisms(kind)) {
      try (MeasuredClient client = MeasuredClient.open(kind.id, baseUri)) {
        for (NetworkListing listing : NetworkListing.of(parallelism)) {
          costs.accept(measure(client, listing, roundTrip));
        }
      }
    }
  }

  private static ListingCost measure(MeasuredClient client, NetworkListing listing, int roundTrip)
      throws Exception {
    return ListingCost.measure(
        listing.name(roundTrip), MEMBERS, members -> list(client, listing, members));
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
