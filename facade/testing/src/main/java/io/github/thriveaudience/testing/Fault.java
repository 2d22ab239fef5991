package io.github.thriveaudience.testing;

import java.util.function.Supplier;

/** A response other than a page of members, once or from then on. Immutable and thread-safe. */
public final class Fault extends Scenario {
  /** The page of a fault that occurs at any page. */
  static final int ANY_PAGE = 0;

  private final boolean lasting;
  private final int page;
  private final Supplier<FaultResponder> responder;

  /**
   * A fault.
   *
   * @param lasting whether it never ends
   * @param responder makes what responds, for each audience
   */
  Fault(String name, String call, boolean lasting, Supplier<FaultResponder> responder) {
    this(name, call, lasting, ANY_PAGE, responder);
  }

  private Fault(
      String name, String call, boolean lasting, int page, Supplier<FaultResponder> responder) {
    super(name, call);
    this.lasting = lasting;
    this.page = page;
    this.responder = responder;
  }

  /**
   * Sets the page at which this occurs: a fault that occurs once waits for a request for that page.
   * A lasting fault begins with that page, and leaves those before it alone.
   *
   * @param page 1 or more; default: the next request, whatever its page
   * @return a changed copy
   * @throws IllegalArgumentException if it is below 1
   * @throws IllegalStateException if a page has been set already
   */
  public Fault atPage(int page) {
    Check.that(page >= 1, "atPage(%s): pages count from 1", page);
    if (this.page != ANY_PAGE) {
      throw new IllegalStateException(this + " has a page already");
    }
    return new Fault(name(), this + ".atPage(" + page + ")", lasting, page, responder);
  }

  boolean isLasting() {
    return lasting;
  }

  /** The page at which this occurs, or {@link #ANY_PAGE}. */
  int page() {
    return page;
  }

  /** Whether this can occur at a page. */
  boolean concerns(int requested) {
    return page == ANY_PAGE || (lasting ? requested >= page : requested == page);
  }

  FaultResponder newResponder() {
    return responder.get();
  }

  @Override
  void addTo(PlanBuilder plan) {
    plan.add(this);
  }
}
