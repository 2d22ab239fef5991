package io.github.thriveaudience.internal;

import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.model.AudienceMembers;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** The members endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
public final class MembersGateway {
  private final Destination destination;
  private final MembersApi api;

  /**
   * Wires the generated interface.
   *
   * @param requestTimeout the most that one request may take, the body included
   */
  public MembersGateway(
      Destination destination,
      Authentication authentication,
      HttpClient http,
      Duration requestTimeout) {
    ApiErrorReader errors = new ApiErrorReader(Clock.systemUTC());
    this.destination = destination;
    this.api =
        Feign.builder()
            .client(new JdkTransport(destination, http, requestTimeout))
            .retryer(Retryer.NEVER_RETRY)
            .requestInterceptor(new StandardHeaders())
            .requestInterceptor(authentication.interceptor())
            .decoder(new ContractDecoder(destination))
            .errorDecoder(new MembersErrorDecoder(destination, errors))
            .target(MembersApi.class, destination.baseUri().toString());
  }

  /**
   * Requests one page.
   *
   * @throws ThriveException if no page comes back
   */
  public AudienceMembers list(String audience, int page, int perPage) {
    try {
      return api.listMembers(audience, page, perPage, null);
    } catch (FeignException e) {
      throw withoutFeign(audience, e);
    }
  }

  /** For an answer that the decoder cannot fault but whose figures make no sense. */
  public MalformedResponseException malformed(String audience, String what) {
    return Call.ofMembers(destination, audience).malformed(what);
  }

  /** Feign wraps what a decoder throws into an exception that holds the request's headers. */
  private ThriveException withoutFeign(String audience, FeignException e) {
    if (e.getCause() instanceof ThriveException known) {
      return known;
    }
    Call call = Call.ofMembers(destination, audience);
    return new ThriveConnectionException(
        "The call of %s for %s failed.".formatted(call.destination(), call.subject()), e.getCause());
  }
}
