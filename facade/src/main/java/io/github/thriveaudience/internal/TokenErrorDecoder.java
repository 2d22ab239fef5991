package io.github.thriveaudience.internal;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.model.TokenError;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an error of the token endpoint into an exception: a refusal of RFC 6749, section 5.2, into
 * its own, anything else into that of its status.
 */
final class TokenErrorDecoder implements ErrorDecoder {
  private static final ObjectReader BODY =
      JsonMapper.builder().build().readerFor(TokenError.class);

  private final Call call;
  private final String scope;
  private final ApiErrorReader reader;

  TokenErrorDecoder(Call call, String scope, ApiErrorReader reader) {
    this.call = call;
    this.scope = scope;
    this.reader = reader;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    TokenError refusal = isRefusal(response.status()) ? body(response) : null;
    return refusal == null ? other(response) : refused(response, refusal);
  }

  /** Section 5.2 has 400 and 401; 403 is what some servers send for a client that may not. */
  private static boolean isRefusal(int status) {
    return status == 400 || status == 401 || status == 403;
  }

  private static @Nullable TokenError body(Response response) {
    try (InputStream in = Bodies.open(response)) {
      TokenError body = BODY.readValue(in);
      return body == null || body.error().isBlank() ? null : body;
    } catch (IOException e) {
      // Expected of gateways: the status alone is what is known then.
      return null;
    }
  }

  private ThriveException refused(Response response, TokenError refusal) {
    String message = ErrorMessages.ofRefusal(call, response.status(), refusal.error(), scope);
    return new TokenRequestException(message, refusal.error(), refusal.errorDescription());
  }

  private ThriveException other(Response response) {
    ApiError error = reader.read(response);
    return ApiExceptions.of(error, ErrorMessages.ofToken(call, error));
  }
}
