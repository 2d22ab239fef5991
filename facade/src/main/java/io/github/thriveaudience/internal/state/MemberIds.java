package io.github.thriveaudience.internal.state;

import org.jspecify.annotations.Nullable;

/** The ids that members can have, so that what the API lists can be known the next time. */
public final class MemberIds {
  private MemberIds() {}

  /**
   * The rule that an id breaks.
   *
   * @return the end of a sentence without the id, which belongs to a person; null if it is valid
   */
  public static @Nullable String brokenRule(String id) {
    if (id.isBlank()) {
      return "must not be blank";
    }
    if (id.strip().length() != id.length()) {
      return "must not begin or end with white space";
    }
    return hasControlCharacter(id) ? "must not contain control characters" : null;
  }

  /** A loop: a stream would allocate memory for each id. */
  private static boolean hasControlCharacter(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isISOControl(id.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
