package io.github.thriveaudience.internal.call;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The place of one call at a {@link Gate}, which guards it. */
class Ticket implements Comparable<Ticket> {
  /** Whose line it waits in. */
  final CallOwner owner;

  /** Whether it waits for the end of an outage. */
  final boolean patient;

  /** The order in its line. A retry keeps it, and so goes before newer calls. */
  long order;

  /** The number of the outage in which it failed. */
  long failedIn;

  /** It is not sent before, unless as a probe. */
  long notBefore;

  long enteredAt;
  boolean waiting;
  boolean inFlight;
  long sentAt;

  /** The requests per second at which it was sent. */
  double sentRate;

  /** Ends a wait at the gate early. */
  CountDownLatch change = new CountDownLatch(0);

  Ticket(CallOwner owner, boolean patient) {
    this.owner = owner;
    this.patient = patient;
  }

  static void wakeIfAny(@Nullable Ticket ticket) {
    if (ticket != null) {
      ticket.wake();
    }
  }

  void wake() {
    change.countDown();
  }

  @Override
  public int compareTo(Ticket other) {
    return Long.compare(order, other.order);
  }
}
