package io.github.thriveaudience.internal.api;

import feign.FeignException;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.ErrorResponseReader;
import io.github.thriveaudience.internal.http.FeignBuilders;
import io.github.thriveaudience.internal.http.FeignFailures;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.model.AudienceMembers;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The members endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
public final class MembersGateway {
  private final Endpoint destination;
  private final RetryExecutor retries;
  private final ClientListener events;
  private final MembersApi api;

  /** Wires the generated interface. */
  public MembersGateway(
      Endpoint destination, Authentication authentication, Connection connection) {
    ErrorResponseReader errors = new ErrorResponseReader(connection.time());
    this.destination = destination;
    this.retries = connection.retries();
    this.events = connection.events();
    this.api =
        FeignBuilders.of(connection)
            .requestInterceptor(authentication.interceptor())
            .errorDecoder(new MembersErrorDecoder(authentication, errors))
            .target(MembersApi.class, destination.baseUri().toString());
  }

  /**
   * Requests one page, again where that helps.
   *
   * @param listener hears of the requests
   * @param check makes something of an answer that the decoder cannot fault, and throws what it is
   *     given for one whose figures make no sense
   * @throws io.github.thriveaudience.error.ThriveException if no page comes back
   */
  public <T> T list(
      String audience,
      int page,
      PageSize size,
      AttemptListener listener,
      BiFunction<AudienceMembers, Function<String, MalformedResponseException>, T> check) {
    CallDescription call = CallDescription.ofMembers(destination, audience);
    return retries.run(
        call,
        listener,
        () -> {
          AudienceMembers answer = attempt(call, audience, page, size);
          T checked = check.apply(answer, call::malformed);
          tell(page, answer);
          return checked;
        });
  }

  private AudienceMembers attempt(CallDescription call, String audience, int page, PageSize size) {
    try {
      return api.listMembers(audience, page, size.perPage(), size.limit());
    } catch (FeignException e) {
      throw FeignFailures.translate(e, call);
    }
  }

  private void tell(int page, AudienceMembers answer) {
    events.onPage(PageEvent.of(CallContext.current().info(), page, answer.results().size()));
  }

  /** What messages say of an audience and where it is. */
  public String subject(String audience) {
    return CallDescription.ofMembers(destination, audience).subject() + " of " + destination.name();
  }
}
