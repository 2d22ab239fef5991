package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipState;
import org.jspecify.annotations.Nullable;

/**
 * Where kept members come from. Compared with another audience, everybody would seem to have left.
 */
public final class StateOrigin {
  private StateOrigin() {}

  /**
   * Checks that members are not a state of another audience.
   *
   * @throws IllegalArgumentException if they are
   */
  public static void requireAudience(KnownMembers known, String audience) {
    if (known instanceof MembershipState state) {
      requireSame("audience", state.audience(), audience);
    }
  }

  /**
   * Checks that members are not a state of another environment.
   *
   * @throws IllegalArgumentException if they are
   */
  public static void requireEnvironment(KnownMembers known, String environment) {
    if (known instanceof MembershipState state) {
      requireSame("environment", state.environment(), environment);
    }
  }

  private static void requireSame(String what, @Nullable String kept, String read) {
    if (kept != null && !kept.equals(read)) {
      throw new IllegalArgumentException(
          Texts.format(
              "the state is of the %s \"%s\", and cannot be compared with \"%s\": everybody would"
                  + " seem to have left",
              what, kept, read));
    }
  }
}
