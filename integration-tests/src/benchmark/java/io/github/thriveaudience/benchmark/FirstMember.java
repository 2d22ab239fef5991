package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A whole program that reads the first member of an audience and ends. */
final class FirstMember {
  private FirstMember() {}

  /**
   * Prints the member's id.
   *
   * @param arguments who reads, where the server is, and the audience
   */
  public static void main(String[] arguments) throws Exception {
    try (Contender client = Contender.open(arguments[0], URI.create(arguments[1]))) {
      System.out.println(client.first(arguments[2]));
    }
  }
}
