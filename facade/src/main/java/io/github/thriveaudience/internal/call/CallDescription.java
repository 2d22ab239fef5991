package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.Operation;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What messages and events say of a call.
 *
 * @param operation what is requested
 * @param endpoint where it goes
 * @param subject what was requested, such as {@code audience "tech-team"}
 * @param gatewaysMayRefuse whether the audience has characters that many servers refuse in a path
 * @param repeatable whether a request can be sent again although the server may have processed it
 */
public record CallDescription(
    Operation operation,
    Endpoint endpoint,
    String subject,
    boolean gatewaysMayRefuse,
    boolean repeatable) {
  private static final int MAX_SHOWN = 100;

  /** The methods that are idempotent (RFC 9110, section 9.2.2). */
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

  /** Measured: Apache, Tomcat and Jetty respond to these with 400 or 404, even percent-encoded. */
  private static final Pattern REFUSED = Pattern.compile("[/\\\\%]");

  /** Characters that end a line or change the direction of text. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  public static CallDescription ofMembers(Endpoint endpoint, String audience) {
    return new CallDescription(
        Operation.LIST_MEMBERS,
        endpoint,
        "audience " + quoted(audience),
        REFUSED.matcher(audience).find(),
        true);
  }

  /**
   * A call of any operation.
   *
   * @param kind what is requested, such as {@code audience}
   * @param name the name or the id of it
   */
  public static CallDescription of(
      Operation operation, Endpoint endpoint, String kind, String name) {
    return new CallDescription(
        operation,
        endpoint,
        kind + ' ' + quoted(name),
        false,
        IDEMPOTENT.contains(operation.method()));
  }

  public static CallDescription ofToken(Endpoint endpoint) {
    // One token more does no harm.
    return new CallDescription(Operation.REQUEST_TOKEN, endpoint, "an access token", false, true);
  }

  /** The name of the endpoint. */
  public String destination() {
    return endpoint.name();
  }

  /** What was requested, and where. */
  public String subjectAndEndpoint() {
    return subject + " of " + endpoint.name();
  }

  public CallInfo info(String correlationId) {
    return CallInfo.of(
        operation, endpoint.nameWithoutPath(), endpoint.baseUri().getHost(), correlationId);
  }

  public MalformedResponseException malformed(String what) {
    return new MalformedResponseException(
        Texts.format(
            "The response of %s for %s is not what the API reference describes: %s.",
            destination(), subject, what));
  }

  /**
   * A truncated success, after which a retry may help.
   *
   * @param how how it is known
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
    String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, cut(text)) + "...";
    return '"' + UNSAFE.matcher(shown).replaceAll("?") + '"';
  }

  /** Half of a surrogate pair would be no character. */
  private static int cut(String text) {
    return Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
  }
}
