package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Request;
import feign.Response;
import feign.codec.DecodeException;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.http.FeignCalls;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.TokenResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Decodes responses without a server. */
public final class Decoding {
  public static final Map<String, Collection<String>> CHUNKED =
      Map.of("Transfer-Encoding", List.of("chunked"), "Content-Type", List.of("application/json"));

  private static final Request REQUEST =
      Request.create(Request.HttpMethod.GET, "http://127.0.0.1/", Map.of(), null, null, null);

  private Decoding() {}

  public static AudienceMembers page(String body) {
    return page(CHUNKED, body.getBytes(UTF_8));
  }

  public static AudienceMembers page(Map<String, Collection<String>> headers, byte[] body) {
    return (AudienceMembers) decoded(headers, body, AudienceMembers.class);
  }

  public static TokenResponse token(String body) {
    return (TokenResponse) decoded(CHUNKED, body.getBytes(UTF_8), TokenResponse.class);
  }

  /** A page of one member with a field that the spec does not know, and with these figures. */
  public static String json(String unknown, String totalResults) {
    return """
    {"results":[{"userId":"1","x":%s}],"pagination":{"totalResults":%s,"totalPages":1,"page":1,"perPage":100}}"""
        .formatted(unknown, totalResults);
  }

  public static Response response(
      int status, Map<String, Collection<String>> headers, byte[] body) {
    return Response.builder()
        .request(REQUEST)
        .status(status)
        .headers(headers)
        .body(new ByteArrayInputStream(body), body.length)
        .build();
  }

  /** The wait of a header, parsed at the epoch. */
  public static String retryAfter(String header) {
    return String.valueOf(RetryAfter.parse(header, null, InstantSource.fixed(Instant.EPOCH)));
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Object decoded(Map<String, Collection<String>> headers, byte[] body, Type type) {
    CallContext context =
        new CallContext(
            Calls.OF_MEMBERS, Time.SYSTEM, Duration.ofMinutes(1), CallOwner.ofSingleCall());
    Response response = response(200, headers, body);
    return FeignCalls.send(context, () -> decodedByFeign(response, type), error -> null);
  }

  /** Feign wraps what a decoder throws. */
  private static Object decodedByFeign(Response response, Type type) {
    try {
      return new StrictJsonDecoder(1 << 20).decode(response, type);
    } catch (RuntimeException e) {
      throw new DecodeException(response.status(), "jane.doe", REQUEST, e);
    }
  }
}
