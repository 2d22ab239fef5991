package io.github.thriveaudience.internal.listing;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client of other pages than the API's, for the test kit, whose fake then behaves as the
 * client does. The client is in a package above this one, so it registers how it is made.
 */
public final class ClientFactory {
  private static volatile @Nullable Function<PageSources, AutoCloseable> constructor;

  private ClientFactory() {}

  /** Lets {@link #create} reach the constructor of the client. */
  public static void register(Function<PageSources, AutoCloseable> ofClient) {
    constructor = ofClient;
  }

  /**
   * Makes a client.
   *
   * @param type the interface of the client, whose builder has been initialized
   * @param pages end with the client
   */
  public static <C extends AutoCloseable> C create(Class<C> type, PageSources pages) {
    return type.cast(Objects.requireNonNull(constructor).apply(pages));
  }
}
