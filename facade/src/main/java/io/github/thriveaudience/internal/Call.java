package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.Operation;

/**
 * What messages and events say of a call.
 *
 * @param operation what it asks for
 * @param target where it goes
 * @param subject what was asked for, such as {@code audience "tech-team"}
 */
record Call(Operation operation, Destination target, String subject) {
  private static final int LONGEST = 100;

  static Call ofMembers(Destination target, String audience) {
    return new Call(Operation.LIST_MEMBERS, target, "audience " + quoted(audience));
  }

  static Call ofToken(Destination target) {
    return new Call(Operation.REQUEST_TOKEN, target, "an access token");
  }

  /** The name of where it goes. */
  String destination() {
    return target.name();
  }

  CallInfo info(String correlationId) {
    return new CallInfo(
        operation, target.nameWithoutPath(), target.baseUri().getHost(), correlationId);
  }

  MalformedResponseException malformed(String what) {
    return new MalformedResponseException(
        Texts.format(
            "%s answered for %s, but not with what the API reference describes: %s.",
            destination(), subject, what));
  }

  private static String quoted(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return '"' + shown.replaceAll("\\p{Cc}", "?") + '"';
  }
}
