package io.github.thriveaudience.internal;

import feign.Request;
import io.github.thriveaudience.error.MalformedResponseException;
import java.net.URI;

/**
 * What messages say of a call.
 *
 * @param destination the name of where it went
 * @param subject what was asked for, such as {@code audience "tech-team"}
 */
record Call(String destination, String subject) {
  private static final int LONGEST = 100;

  static Call ofMembers(Destination destination, String audience) {
    return new Call(destination.name(), "audience " + quoted(audience));
  }

  /** Feign hands on nothing but the request, so the audience is read back from its path. */
  static Call of(Destination destination, Request request) {
    String[] segments = URI.create(request.url()).getRawPath().split("/", -1);
    return ofMembers(destination, URI.create(segments[segments.length - 2]).getPath());
  }

  MalformedResponseException malformed(String what) {
    return new MalformedResponseException(
        "%s answered for %s, but not with what the API reference describes: %s."
            .formatted(destination, subject, what));
  }

  private static String quoted(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return '"' + shown.replaceAll("\\p{Cc}", "?") + '"';
  }
}
