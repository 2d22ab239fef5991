package io.github.thriveaudience.event;

/**
 * A page of members was read, and is what the API reference describes. Pages that were read ahead
 * and were not needed in the end count too. Immutable, equal by value, not for users to implement.
 */
public interface PageEvent {

  /**
   * The call that read the page.
   *
   * @return what its events have in common
   */
  CallInfo call();

  /**
   * The number of the page.
   *
   * @return 1 or more
   */
  int page();

  /**
   * The number of members on the page.
   *
   * @return 0 or more
   */
  int members();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param call the call that read the page
   * @param page the number of the page, 1 or more
   * @param members the number of members on the page, 0 or more
   * @return the event
   */
  static PageEvent of(CallInfo call, int page, int members) {
    return new Events.PageEvent(call, page, members);
  }
}
