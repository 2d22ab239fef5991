package io.github.thriveaudience.benchmark;

import java.net.URI;
import java.util.List;

/**
 * A program that lists many small pages without delay, where the work of the client is most of the
 * time, and prints the cost of each listing. It uses what each build of this client has.
 */
final class BuildsProgram {
  static final List<Integer> PARALLELISMS = List.of(1, 8);
  static final int PAGES = 1_000;
  static final int PAGE_SIZE = 10;
  static final int LISTINGS = 5;

  private static final int WARM_UPS = 10;
  private static final int MEMBERS = PAGES * PAGE_SIZE;
  private static final String AUDIENCE = PageRequest.audience(MEMBERS, 0);

  private BuildsProgram() {}

  /**
   * Lists the audience several times with each parallelism.
   *
   * @param arguments the address of the server
   */
  public static void main(String[] arguments) throws Exception {
    try (ThisClient client = new ThisClient(URI.create(arguments[0]), PAGE_SIZE)) {
      for (int i = 0; i < WARM_UPS + LISTINGS; i++) {
        for (int parallelism : PARALLELISMS) {
          ListingCost cost = measure(client, parallelism);
          if (i >= WARM_UPS) {
            System.out.println(cost);
          }
        }
      }
    }
  }

  private static ListingCost measure(ThisClient client, int parallelism) throws Exception {
    return ListingCost.measure(
        name(parallelism), MEMBERS, members -> client.list(AUDIENCE, parallelism, members));
  }

  static String name(int parallelism) {
    return "parallelism-" + parallelism;
  }
}
