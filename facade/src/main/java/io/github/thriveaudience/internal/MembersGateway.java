package io.github.thriveaudience.internal;

import feign.FeignException;
import feign.Request;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.model.AudienceMembers;
import java.util.function.Function;

/** The members endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
public final class MembersGateway {
  private final Destination destination;
  private final Retries retries;
  private final MembersApi api;

  /** Wires the generated interface. */
  public MembersGateway(
      Destination destination, Authentication authentication, Connection connection) {
    Function<Request, Call> calls = request -> Call.of(destination, request);
    ApiErrorReader errors = new ApiErrorReader(connection.time());
    this.destination = destination;
    this.retries = connection.retries();
    this.api =
        FeignBuilders.of(connection, calls)
            .requestInterceptor(authentication.interceptor())
            .errorDecoder(new MembersErrorDecoder(calls, authentication, errors))
            .target(MembersApi.class, destination.baseUri().toString());
  }

  /**
   * Requests one page, again where that helps.
   *
   * @param listener hears of the requests
   * @throws io.github.thriveaudience.error.ThriveException if no page comes back
   */
  public AudienceMembers list(String audience, int page, int perPage, AttemptListener listener) {
    Call call = Call.ofMembers(destination, audience);
    return retries.run(call, listener, () -> attempt(call, audience, page, perPage));
  }

  private AudienceMembers attempt(Call call, String audience, int page, int perPage) {
    try {
      return api.listMembers(audience, page, perPage, null);
    } catch (FeignException e) {
      throw FeignFailures.translate(e, call);
    }
  }

  /** For an answer that the decoder cannot fault but whose figures make no sense. */
  public MalformedResponseException malformed(String audience, String what) {
    return Call.ofMembers(destination, audience).malformed(what);
  }

  /** What messages say of an audience and where it is. */
  public String subject(String audience) {
    return Call.ofMembers(destination, audience).subject() + " of " + destination.name();
  }
}
