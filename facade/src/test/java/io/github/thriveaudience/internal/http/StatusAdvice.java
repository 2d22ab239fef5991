package io.github.thriveaudience.internal.http;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What messages of both endpoints advise for a status. */
public final class StatusAdvice {
  private StatusAdvice() {}

  /** Statuses at the borders of their classes, each with a part of its advice. */
  public static Stream<Arguments> ofBothEndpoints() {
    return Stream.of(
        arguments(299, "does not list this status"),
        arguments(300, "several choices"),
        arguments(301, "a redirect"),
        arguments(303, "a redirect"),
        arguments(304, "not modified"),
        arguments(305, "does not list this status"),
        arguments(307, "a redirect"),
        arguments(308, "a redirect"),
        arguments(399, "does not list this status"),
        arguments(499, "does not list this status"),
        arguments(500, "Try again later"),
        arguments(599, "Try again later"),
        arguments(600, "does not list this status"));
  }
}
