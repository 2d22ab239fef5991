package io.github.thriveaudience.generator.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of an interface, as the template prints it.
 *
 * @param javadoc the lines of its Javadoc
 * @param deprecated whether the API says so
 * @param requestLine what Feign sends, as a Java literal
 * @param headers the headers, as Java literals
 * @param parameters what the caller passes, before the options
 * @param slots what Feign is passed, before the options
 * @param body the statuses of successes with a body, as Java literals
 * @param empty those of successes without a body
 * @param returned the type that is returned
 */
record ClientMethod(
    List<String> javadoc,
    boolean deprecated,
    String requestLine,
    List<String> headers,
    List<Slot> parameters,
    List<Slot> slots,
    List<String> body,
    List<String> empty,
    String returned) {

  /** Whether arguments are prepared for Feign. */
  boolean prepares() {
    return slots.stream().anyMatch(slot -> slot.value() != null);
  }

  /** The statement's beginning, if something is returned. */
  @Nullable String returns() {
    return returned.equals("void") ? null : "return ";
  }
}
