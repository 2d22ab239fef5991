package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which requests fail, and how. Thread-safe. */
final class FakeFailures {
  private static final int ANY_PAGE = 0;

  private final List<Once> once = new ArrayList<>();
  private @Nullable Supplier<? extends ThriveException> always;

  /** A failure of one request. */
  private record Once(int page, Supplier<? extends ThriveException> failure) {
    boolean concerns(int requested) {
      return page == ANY_PAGE || page == requested;
    }
  }

  synchronized void always(Supplier<? extends ThriveException> failure) {
    always = Objects.requireNonNull(failure, "failure");
  }

  void once(Supplier<? extends ThriveException> failure) {
    add(new Once(ANY_PAGE, failure));
  }

  void onceAtPage(int page, Supplier<? extends ThriveException> failure) {
    if (page < 1) {
      throw new IllegalArgumentException("page must be 1 or more, but was " + page);
    }
    add(new Once(page, failure));
  }

  private synchronized void add(Once failure) {
    Objects.requireNonNull(failure.failure(), "failure");
    once.add(failure);
  }

  synchronized void end() {
    once.clear();
    always = null;
  }

  /** Throws what the request of a page fails with, if it does. */
  void check(int page) {
    Supplier<? extends ThriveException> failure = next(page);
    if (failure != null) {
      throw Objects.requireNonNull(failure.get(), "the supplier of a failure returned null");
    }
  }

  private synchronized @Nullable Supplier<? extends ThriveException> next(int page) {
    for (Iterator<Once> each = once.iterator(); each.hasNext(); ) {
      Once next = each.next();
      if (next.concerns(page)) {
        each.remove();
        return next.failure();
      }
    }
    return always;
  }
}
