package io.github.thriveaudience.benchmark;

import java.net.URI;
import java.util.function.Consumer;

/** One way to read an audience. Everything is measured through this alone. */
interface Contender extends AutoCloseable {

  /** Reads one page, and returns what the client makes of it. */
  Object page(String audience, int number) throws Exception;

  /** Reads all members, in order, and hands on the id of each. */
  void list(String audience, Consumer<String> userIds) throws Exception;

  /** Reads no more than it must for the id of the first member. */
  String first(String audience) throws Exception;

  @Override
  default void close() {}

  /** Opens the named one, and loads the classes of no other. */
  static Contender open(String name, URI baseUri) {
    return switch (name) {
      case "loop" -> new HandWrittenLoop(baseUri);
      case "ours" -> new ThisClient(baseUri);
      case "native" -> new NativePeer(baseUri);
      case "okhttp-gson" -> new OkHttpGsonPeer(baseUri);
      case "feign" -> new FeignPeer(baseUri);
      default -> throw new IllegalArgumentException("no contender is called " + name);
    };
  }
}
