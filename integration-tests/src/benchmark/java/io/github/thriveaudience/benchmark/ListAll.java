package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A program that lists a large audience in several ways, and prints how long each took. */
final class ListAll {
  static final int MEMBERS = 100_000;
  static final int DELAY_MILLIS = 20;

  private static final String AUDIENCE = PageRequest.audience(MEMBERS, DELAY_MILLIS);

  /** Enough for the compiler, without which the first way that is measured pays for all. */
  private static final int WARM_UPS = 5;

  private static final String WARM_UP = PageRequest.audience(MEMBERS, 0);

  private final Contender client;

  private ListAll(Contender client) {
    this.client = client;
  }

  /** A way to list all members. */
  private interface Listing {
    void run(PacedConsumer members) throws Exception;
  }

  /**
   * Lists.
   *
   * @param arguments who reads, and where the server is
   */
  public static void main(String[] arguments) throws Exception {
    try (Contender client = Contender.open(arguments[0], URI.create(arguments[1]))) {
      ListAll listings = new ListAll(client);
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
    for (ListingWay way : ListingWay.ofAll()) {
      time(way, way.consumer(), members -> client.list(AUDIENCE, members));
    }
  }

  private void parallel(ThisClient ours) throws Exception {
    for (ListingWay way : ListingWay.ofOurs()) {
      time(way, way.consumer(), members -> ours.list(AUDIENCE, way.parallelism(), members));
    }
  }

  private static void time(ListingWay way, PacedConsumer members, Listing listing)
      throws Exception {
    long start = System.nanoTime();
    listing.run(members);
    double millis = (System.nanoTime() - start) / 1e6;
    members.requireCount(MEMBERS);
    System.out.println(way + " " + millis);
  }
}
