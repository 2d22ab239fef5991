package io.github.thriveaudience.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.http.ErrorMessages;
import io.github.thriveaudience.internal.http.ErrorResponseReader;
import io.github.thriveaudience.internal.http.ResponseBodies;
import org.jspecify.annotations.Nullable;

/**
 * Turns an error of the token endpoint into an exception: a refusal of RFC 6749, section 5.2, into
 * its own, anything else into that of its status.
 */
final class TokenErrorDecoder implements ErrorDecoder {
  private final CallDescription call;
  private final String scope;
  private final ErrorResponseReader reader;

  TokenErrorDecoder(CallDescription call, String scope, ErrorResponseReader reader) {
    this.call = call;
    this.scope = scope;
    this.reader = reader;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    JsonNode body = ResponseBodies.tree(response);
    String error = body.path("error").isTextual() ? body.path("error").textValue() : "";
    return isRefusal(response.status()) && !error.isBlank()
        ? refused(response, error, body.path("error_description").textValue())
        : other(response, body);
  }

  /** Section 5.2 has 400 and 401; 403 is what some servers send for a client that may not. */
  private static boolean isRefusal(int status) {
    return status == 400 || status == 401 || status == 403;
  }

  private ThriveException refused(Response response, String error, @Nullable String description) {
    String message = ErrorMessages.ofRefusal(call, response.status(), error, scope);
    return new TokenRequestException(message, error, description);
  }

  private ThriveException other(Response response, JsonNode body) {
    ApiError error = reader.read(response, body);
    return ApiExceptions.of(error, ErrorMessages.ofToken(call, error));
  }
}
