package io.github.thriveaudience.testing;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.Operation;
import java.util.Objects;

/** Builds what the events of one call have in common: see {@link TestEvents}. For one thread. */
public final class CallInfoBuilder {
  private Operation operation = Operation.LIST_MEMBERS;
  private String destination = TestEndpoint.FAKE.name();
  private String host = TestEndpoint.FAKE.baseUri().getHost();
  private String correlationId = "00000000-0000-4000-8000-000000000001";

  CallInfoBuilder() {}

  /**
   * Sets what the call requests.
   *
   * @param operation default: members
   * @return this
   */
  public CallInfoBuilder operation(Operation operation) {
    this.operation = Objects.requireNonNull(operation, "operation");
    return this;
  }

  /**
   * Sets the environment, whose host for members is that of the call.
   *
   * @param environment default: one that is named {@code FAKE}
   * @return this
   */
  public CallInfoBuilder environment(ThriveEnvironment environment) {
    destination = environment.name();
    host = environment.apiBaseUri().getHost();
    return this;
  }

  /**
   * Sets the id that every request of the call carries.
   *
   * @param correlationId default: {@code 00000000-0000-4000-8000-000000000001}
   * @return this
   */
  public CallInfoBuilder correlationId(String correlationId) {
    this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    return this;
  }

  /**
   * Builds it.
   *
   * @return the common part of a call's events
   */
  public CallInfo build() {
    return CallInfo.of(operation, destination, host, correlationId);
  }
}
