package io.github.thriveaudience.testing;

import java.util.function.Supplier;

/** Faults whose response is the same each time. */
final class Faults {
  private Faults() {}

  static Fault once(String name, String call, Supplier<StubResponse> response) {
    return times(name, call, 1, response);
  }

  static Fault times(String name, String call, int times, Supplier<StubResponse> response) {
    return new Fault(
        name, call, false, () -> FaultResponder.times(times, (request, tenant) -> response.get()));
  }

  static Fault lasting(String name, String call, Supplier<StubResponse> response) {
    return new Fault(name, call, true, () -> (request, tenant) -> response.get());
  }
}
