package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads headers and bodies of responses. */
public final class ResponseBodies {
  /** The maximum size of the body of an error, in bytes. */
  public static final int LARGEST_ERROR = 65_536;

  /** The last transfer coding is chunked (RFC 9112, section 6.1). */
  private static final Pattern CHUNKED = Pattern.compile("(?i).*\\bchunked\\s*");

  private static final String CONTENT_LENGTH = "Content-Length";

  /** Loaded with the first error. */
  private static final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  private ResponseBodies() {}

  /**
   * The body, inflated while it is read.
   *
   * @param max the maximum number of bytes; reading more fails with a {@link
   *     ResponseTooLargeException}
   * @throws UnreadableBodyException if it is neither plain nor gzip
   * @throws java.io.EOFException here or when it is read, if its gzip ends early
   */
  static LimitedInputStream open(Response response, int max) throws IOException {
    InputStream body = response.body().asInputStream();
    return new LimitedInputStream(
        ContentEncodings.isGzip(response) ? new GZIPInputStream(body) : body, max);
  }

  /** The body of an error as JSON, or a missing node if it is empty, HTML or truncated. */
  static JsonNode tree(Response response) {
    try (InputStream body = open(response, LARGEST_ERROR)) {
      return Json.MAPPER.readTree(body);
    } catch (IOException | UnreadableBodyException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Whether HTTP itself shows that a body is complete, by its length or by the last chunk.
   * Otherwise the body ends where the connection or the stream ends (RFC 9112, section 6.3; RFC
   * 9113, section 8.1), which can be too early. Over HTTP/2 the JDK does not check the length
   * (measured on 17 and 25).
   */
  static boolean isFramed(Response response) {
    if (hasLength(response)) {
      long length = Long.parseLong(Objects.requireNonNull(header(response, CONTENT_LENGTH)));
      return response.body().length() >= length;
    }
    return headers(response, "Transfer-Encoding").stream().anyMatch(CHUNKED.asMatchPredicate());
  }

  /** Whether the response has a length. */
  static boolean hasLength(Response response) {
    String length = header(response, CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,18}");
  }

  static @Nullable String header(Response response, String name) {
    Iterator<String> values = headers(response, name).iterator();
    return values.hasNext() ? values.next() : null;
  }

  static Collection<String> headers(Response response, String name) {
    return response.headers().getOrDefault(name, List.of());
  }
}
