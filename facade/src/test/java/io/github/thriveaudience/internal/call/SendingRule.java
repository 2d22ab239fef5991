package io.github.thriveaudience.internal.call;

/** When a simulated client sends what its listings want. */
interface SendingRule {

  /**
   * A page to request.
   *
   * @param client whose page it is
   * @param owner the listing
   * @param done what follows when it was read
   */
  record Page(Simulation.Client client, CallOwner owner, Runnable done) {}

  /** Sends the request for a page by {@link Simulation#send}, now or later. */
  void request(Page page);

  /** A request was accepted. */
  void accepted(Page page);

  /**
   * A request was refused, and is to be repeated.
   *
   * @param wait the nanoseconds of {@code Retry-After}, or zero
   */
  void refused(Page page, long wait);
}
