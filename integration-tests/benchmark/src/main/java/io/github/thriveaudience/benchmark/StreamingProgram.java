package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A program that lists an audience and keeps no member. */
final class StreamingProgram {
  private StreamingProgram() {}

  /**
   * Lists the audience and fails unless all members were delivered.
   *
   * @param arguments the id of the client, the address of the server, and the number of members
   */
  public static void main(String[] arguments) throws Exception {
    int members = Integer.parseInt(arguments[2]);
    PacedConsumer consumer = new PacedConsumer(0);
    try (MeasuredClient client = MeasuredClient.open(arguments[0], URI.create(arguments[1]))) {
      client.list(PageRequest.audience(members, 0), consumer);
    }
    consumer.requireCount(members);
  }
}
