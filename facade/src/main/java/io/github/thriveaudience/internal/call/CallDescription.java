package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.Operation;
import java.util.regex.Pattern;

/**
 * What messages and events say of a call.
 *
 * @param operation what it asks for
 * @param target where it goes
 * @param subject what was asked for, such as {@code audience "tech-team"}
 * @param gatewaysMayRefuse whether that has characters which servers refuse in a path, before any
 *     application sees them
 */
public record CallDescription(
    Operation operation, Endpoint target, String subject, boolean gatewaysMayRefuse) {
  private static final int LONGEST = 100;

  /** Measured: Apache, Tomcat and Jetty answer 400 or 404 to these, percent-encoded. */
  private static final Pattern REFUSED = Pattern.compile("[/\\\\%]");

  /** Ends a line, or turns the direction of what follows. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  public static CallDescription ofMembers(Endpoint target, String audience) {
    return new CallDescription(
        Operation.LIST_MEMBERS,
        target,
        "audience " + quoted(audience),
        REFUSED.matcher(audience).find());
  }

  public static CallDescription ofToken(Endpoint target) {
    return new CallDescription(Operation.REQUEST_TOKEN, target, "an access token", false);
  }

  /** The name of where it goes. */
  public String destination() {
    return target.name();
  }

  public CallInfo info(String correlationId) {
    return CallInfo.of(
        operation, target.nameWithoutPath(), target.baseUri().getHost(), correlationId);
  }

  public MalformedResponseException malformed(String what) {
    return new MalformedResponseException(
        Texts.format(
            "%s answered for %s, but not with what the API reference describes: %s.",
            destination(), subject, what));
  }

  /**
   * A success that was cut off on its way, which a retry may mend.
   *
   * @param how what shows it
   */
  public ThriveConnectionException truncated(String how) {
    return new ThriveConnectionException(
        Texts.format(
            "The response of %s for %s is truncated: %s. Check the network, and what is between"
                + " this machine and the server.",
            destination(), subject, how),
        null);
  }

  private static String quoted(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, cut(text)) + "...";
    return '"' + UNSAFE.matcher(shown).replaceAll("?") + '"';
  }

  /** Half of a surrogate pair would be no character. */
  private static int cut(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }
}
