package io.github.thriveaudience.internal;

import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;

/** Turns an error of the members endpoint into its exception, with a message that helps. */
final class MembersErrorDecoder implements ErrorDecoder {
  private final Authentication authentication;
  private final ApiErrorReader reader;

  MembersErrorDecoder(Authentication authentication, ApiErrorReader reader) {
    this.authentication = authentication;
    this.reader = reader;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    ApiError error = reader.read(response);
    OngoingCall current = OngoingCall.current();
    ThriveApiException exception =
        ApiExceptions.of(error, ErrorMessages.ofMembers(current.call(), error));
    // A second rejection in one call is not the token's fault, so that one is kept.
    if (error.status() == 401 && current.mayRenew() && authentication.renew(response.request())) {
      current.renewed();
    }
    return exception;
  }
}
