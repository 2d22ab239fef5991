package io.github.thriveaudience.internal;

import feign.Request;
import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import java.util.function.Function;

/** Turns an error of the members endpoint into its exception, with a message that helps. */
final class MembersErrorDecoder implements ErrorDecoder {
  private final Function<Request, Call> calls;
  private final Authentication authentication;
  private final ApiErrorReader reader;

  MembersErrorDecoder(
      Function<Request, Call> calls, Authentication authentication, ApiErrorReader reader) {
    this.calls = calls;
    this.authentication = authentication;
    this.reader = reader;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    ApiError error = reader.read(response);
    Request request = response.request();
    ThriveApiException exception =
        ApiExceptions.of(error, ErrorMessages.ofMembers(calls.apply(request), error));
    // A second rejection in one call is not the token's fault, so that one is kept.
    if (error.status() == 401 && authentication.isRenewable() && Deadline.renewOnce()) {
      authentication.renew(request);
    }
    return exception;
  }
}
