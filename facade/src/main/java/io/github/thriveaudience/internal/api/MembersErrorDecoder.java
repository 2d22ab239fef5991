package io.github.thriveaudience.internal.api;

import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.http.ErrorMessages;
import io.github.thriveaudience.internal.http.ErrorResponseReader;
import io.github.thriveaudience.internal.token.Authentication;

/** Turns an error of the members endpoint into its exception, with a message that helps. */
final class MembersErrorDecoder implements ErrorDecoder {
  private final Authentication authentication;
  private final ErrorResponseReader reader;

  MembersErrorDecoder(Authentication authentication, ErrorResponseReader reader) {
    this.authentication = authentication;
    this.reader = reader;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    ApiError error = reader.read(response);
    CallContext current = CallContext.current();
    ThriveApiException exception =
        ApiExceptions.of(error, ErrorMessages.ofMembers(current.call(), error));
    // A second rejection in one call is not the token's fault, so that one is kept.
    if (error.status() == 401 && current.mayRenew() && authentication.renew(response.request())) {
      current.renewed();
    }
    return exception;
  }
}
