package io.github.thriveaudience.testing;

import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.PageEvent;
import java.util.Objects;

/** Builds the event that a page was read: see {@link TestEvents}. For one thread. */
public final class PageEventBuilder {
  private CallInfo call = TestEvents.callInfo().build();
  private int page = 1;
  private int members = 1000;

  PageEventBuilder() {}

  /**
   * Sets the call that the event belongs to.
   *
   * @param call default: that of {@link TestEvents#callInfo}
   * @return this
   */
  public PageEventBuilder call(CallInfo call) {
    this.call = Objects.requireNonNull(call, "call");
    return this;
  }

  /**
   * Sets the number of the page.
   *
   * @param page 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public PageEventBuilder page(int page) {
    this.page = Check.atLeast(1, "page", page);
    return this;
  }

  /**
   * Sets the number of members on the page.
   *
   * @param members 0 or more; default 1000
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public PageEventBuilder members(int members) {
    this.members = Check.atLeast(0, "members", members);
    return this;
  }

  /**
   * Builds the event.
   *
   * @return the event
   */
  public PageEvent build() {
    return PageEvent.of(call, page, members);
  }
}
