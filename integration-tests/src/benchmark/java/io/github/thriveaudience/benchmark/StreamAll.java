package io.github.thriveaudience.benchmark;

import java.net.URI;

/** A program that lets an audience pass by and keeps nothing of it. */
final class StreamAll {
  private StreamAll() {}

  /**
   * Lists, and fails unless all members came.
   *
   * @param arguments who reads, where the server is, and how many members there are
   */
  public static void main(String[] arguments) throws Exception {
    int members = Integer.parseInt(arguments[2]);
    PacedConsumer consumer = new PacedConsumer(0);
    try (Contender client = Contender.open(arguments[0], URI.create(arguments[1]))) {
      client.list(PageRequest.audience(members, 0), consumer);
    }
    consumer.requireCount(members);
  }
}
