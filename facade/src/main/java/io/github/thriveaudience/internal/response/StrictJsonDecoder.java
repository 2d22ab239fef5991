package io.github.thriveaudience.internal.response;

import static io.github.thriveaudience.internal.response.UnreadableBodyException.malformed;
import static io.github.thriveaudience.internal.response.UnreadableBodyException.maybeTruncated;
import static io.github.thriveaudience.internal.response.UnreadableBodyException.truncated;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import feign.Response;
import feign.codec.Decoder;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a success strictly, JSON or what the spec has instead: what is not the documented
 * response is an {@link UnreadableBodyException}, never a value that was guessed.
 */
public final class StrictJsonDecoder implements Decoder {
  private final int maxResponseSize;

  /**
   * A decoder.
   *
   * @param maxResponseSize the maximum size of an inflated body in bytes
   */
  public StrictJsonDecoder(int maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  /** Prepares for responses of a type, which the first one need not wait for then. */
  public static void prepare(Type type) {
    Object unused = StrictJson.reader(type);
  }

  @Override
  public @Nullable Object decode(Response response, Type type) {
    DocumentedStatuses documented = DocumentedStatuses.of(response);
    if (documented.areEmpty(response.status())) {
      return null;
    }
    if (!documented.haveBody(response.status())) {
      throw malformed("status " + response.status() + " where " + documented.inWords());
    }
    return body(response, type);
  }

  private Object body(Response response, Type type) {
    Object value;
    try {
      value = response.body().length() == 0 ? nothing(response) : read(response, type);
    } catch (IOException e) {
      throw unreadable(origin(e));
    }
    if (value == null) {
      throw malformed("the body is null");
    }
    return value;
  }

  private static Object nothing(Response response) {
    throw ResponseBodies.isFramed(response)
        ? malformed("the body is empty")
        : truncated("it is empty");
  }

  private @Nullable Object read(Response response, Type type) throws IOException {
    if (PlainBodies.areDocumented(response, type)) {
      return PlainBodies.read(response, type, maxResponseSize);
    }
    ObjectReader reader = StrictJson.reader(type);
    try (LimitedInputStream body = ResponseBodies.open(response, maxResponseSize);
        JsonParser json = reader.createParser(body)) {
      try {
        return reader.readValue(json);
      } catch (JacksonException e) {
        if (origin(e) != e) {
          throw e;
        }
        if (JsonProblems.endsEarly(e, json, body)) {
          throw endingEarly(response, JsonProblems.describe(e, json));
        }
        throw malformed(JsonProblems.describe(e, json) + MediaTypes.hint(response));
      }
    }
  }

  /**
   * A body without a length may be truncated although it ends regularly: a gateway that lost its
   * own upstream does so. Then a retry may help.
   */
  private static UnreadableBodyException endingEarly(Response response, String what) {
    if (isOpenEnded(response)) {
      return truncated("its JSON ends early");
    }
    String hinted = what + MediaTypes.hint(response);
    return ResponseBodies.hasLength(response) ? malformed(hinted) : maybeTruncated(hinted);
  }

  /** The trailer of a gzip shows that it is complete. */
  private static boolean isOpenEnded(Response response) {
    return !ResponseBodies.isFramed(response) && !ContentEncodings.isGzip(response);
  }

  private static UnreadableBodyException unreadable(IOException problem) {
    if (problem instanceof ResponseTooLargeException tooLarge) {
      return malformed(tooLarge.getMessage());
    }
    if (problem instanceof EOFException) {
      return truncated("its gzip ends early");
    }
    return malformed(
        problem instanceof ZipException
            ? "the body is not the gzip that its header announces"
            : "the body is not valid JSON");
  }

  /** Inside a list Jackson wraps what the stream throws. */
  private static IOException origin(IOException problem) {
    return problem.getCause() instanceof IOException cause && !(cause instanceof JacksonException)
        ? cause
        : problem;
  }
}
