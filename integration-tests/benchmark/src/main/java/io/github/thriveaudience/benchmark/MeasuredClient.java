package io.github.thriveaudience.benchmark;

import java.net.URI;
import java.util.function.Consumer;

/** A client that reads an audience. All measurements use this interface. */
interface MeasuredClient extends AutoCloseable {

  /** Reads one page and returns the client's own representation of it. */
  Object page(String audience, int number) throws Exception;

  /** Reads all members in order and passes on the id of each. */
  void list(String audience, Consumer<String> userIds) throws Exception;

  /** Reads no more than is needed for the id of the first member. */
  String first(String audience) throws Exception;

  @Override
  default void close() {}

  /** Opens a client by its id, without loading the classes of the others. */
  static MeasuredClient open(String name, URI baseUri) {
    return switch (name) {
      case "loop" -> new HandWrittenLoop(baseUri);
      case "ours" -> new ThisClient(baseUri);
      case "native" -> new StockNativeClient(baseUri);
      case "okhttp-gson" -> new StockOkHttpGsonClient(baseUri);
      case "feign" -> new StockFeignClient(baseUri);
      default -> throw new IllegalArgumentException("unknown client: " + name);
    };
  }
}
