package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A program that reads the first member of an audience and ends. */
final class FirstMemberProgram {
  private FirstMemberProgram() {}

  /**
   * Prints the member's id.
   *
   * @param arguments the id of the client, the address of the server, and the audience
   */
  public static void main(String[] arguments) throws Exception {
    try (MeasuredClient client = MeasuredClient.open(arguments[0], URI.create(arguments[1]))) {
      System.out.println(client.first(arguments[2]));
    }
  }
}
