package io.github.thriveaudience.event;

/**
 * A listing that begins: one reading of the pages of an audience, by a loop, a stream, {@code
 * read}, {@code readAll} or {@code changesSince}. Immutable, equal by value, not for users to
 * implement.
 */
public interface ListingInfo {

  /**
   * The name of the server that the pages are requested from.
   *
   * @return the environment, and the address that was set in its place, if any
   */
  String destination();

  /**
   * The host that the pages are requested from.
   *
   * @return the host name, or its address
   */
  String host();

  /**
   * Creates one, for tests of listeners. Later versions may add components: this method then gives
   * them defaults.
   *
   * @param destination the name of the server that the pages are requested from
   * @param host the host that the pages are requested from
   * @return the common part of a listing's events
   */
  static ListingInfo of(String destination, String host) {
    return new Events.ListingInfo(destination, host);
  }
}
