package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.time.Duration;

/** A relay in a process of its own, so that its work is not part of any figure. */
final class RelayProgram {
  private RelayProgram() {}

  /**
   * Prints the relay's port and relays until standard input ends.
   *
   * @param arguments the port of the server and the round trip in milliseconds
   */
  public static void main(String[] arguments) throws IOException {
    Duration roundTrip = Duration.ofMillis(Long.parseLong(arguments[1]));
    try (Relay relay = new Relay(Integer.parseInt(arguments[0]), roundTrip)) {
      ServerProgram.serve(relay.port());
    }
  }
}
