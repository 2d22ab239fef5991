package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A program that lists a large audience in several scenarios and prints the time of each. */
final class ListingProgram {
  static final int MEMBERS = 100_000;
  static final int DELAY_MILLIS = 20;

  private static final String AUDIENCE = PageRequest.audience(MEMBERS, DELAY_MILLIS);

  /** Enough for the JIT compiler; otherwise the first scenario would pay for its work. */
  private static final int WARM_UPS = 5;

  private static final String WARM_UP = PageRequest.audience(MEMBERS, 0);

  private final MeasuredClient client;

  private ListingProgram(MeasuredClient client) {
    this.client = client;
  }

  /** Lists all members. */
  private interface Listing {
    void run(PacedConsumer members) throws Exception;
  }

  /**
   * Runs all scenarios.
   *
   * @param arguments the id of the client and the address of the server
   */
  public static void main(String[] arguments) throws Exception {
    try (MeasuredClient client = MeasuredClient.open(arguments[0], URI.create(arguments[1]))) {
      ListingProgram listings = new ListingProgram(client);
      listings.warmUp();
      listings.sequential();
      if (client instanceof ThisClient ours) {
        listings.parallel(ours);
      }
    }
  }

  private void warmUp() throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      client.list(WARM_UP, new PacedConsumer(0));
      if (client instanceof ThisClient ours) {
        ours.list(WARM_UP, 8, new PacedConsumer(0));
      }
    }
  }

  private void sequential() throws Exception {
    for (ListingScenario scenario : ListingScenario.ofAll()) {
      time(scenario, scenario.consumer(), members -> client.list(AUDIENCE, members));
    }
  }

  private void parallel(ThisClient ours) throws Exception {
    for (ListingScenario scenario : ListingScenario.ofOurs()) {
      time(
          scenario,
          scenario.consumer(),
          members -> ours.list(AUDIENCE, scenario.parallelism(), members));
    }
  }

  private static void time(ListingScenario scenario, PacedConsumer members, Listing listing)
      throws Exception {
    long start = System.nanoTime();
    listing.run(members);
    double millis = (System.nanoTime() - start) / 1e6;
    members.requireCount(MEMBERS);
    System.out.println(scenario + " " + millis);
  }
}
