package io.github.thriveaudience.internal.api;

import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.model.AudienceMembers;
import java.util.function.BiFunction;

/** The members endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
public final class MembersGateway {
  private final Endpoint endpoint;
  private final Authentication authentication;
  private final Connection connection;
  private final ApiCalls<MembersApi> calls;

  /** Kept as long as the client is used, since listeners may hold it weakly. */
  private final RequestQueue queue;

  /** Wires the generated interface. */
  public MembersGateway(Endpoint endpoint, Authentication authentication, Connection connection) {
    this.endpoint = endpoint;
    this.authentication = authentication;
    this.connection = connection;
    this.queue = connection.retries().queue(CallDescription.ofMembers(endpoint, ""));
    this.calls = new ApiCalls<>(MembersApi.class, endpoint, authentication, connection);
  }

  /**
   * Requests one page, and retries where that helps.
   *
   * @param owner the listing that the page is for
   * @param check checks and converts a response, with what is known of its call
   * @throws ThriveException if no page is returned
   */
  public <T> T list(
      String audience,
      int page,
      PageSize size,
      CallOwner owner,
      BiFunction<AudienceMembers, CallContext, T> check) {
    CallDescription call = CallDescription.ofMembers(endpoint, audience);
    return calls.run(
        call,
        owner,
        context -> {
          AudienceMembers response = send(context, audience, page, size);
          T checked = check.apply(response, context);
          connection.events().onPage(PageEvent.of(context.info(), page, response.results().size()));
          return checked;
        });
  }

  private AudienceMembers send(CallContext context, String audience, int page, PageSize size) {
    return calls.send(
        context,
        (api, options) -> api.listMembers(audience, page, size.perPage(), size.limit(), options));
  }

  /**
   * Checks that pages can be read on the calling thread.
   *
   * @throws IllegalStateException if the client is closed
   * @throws ThriveException if the thread is in a supplier that the client waits for
   */
  public void requireUsable() {
    connection.requireUsable();
    authentication.requireOtherThread();
  }

  /** The requests that wait for the API. */
  public RequestQueue queue() {
    return queue;
  }

  /** What listeners are told of a listing. */
  public ListingInfo listing() {
    CallInfo call = CallDescription.ofMembers(endpoint, "").info("");
    return ListingInfo.of(call.destination(), call.host());
  }

  /** The name of an audience and its endpoint in messages. */
  public String subject(String audience) {
    return CallDescription.ofMembers(endpoint, audience).subjectAndEndpoint();
  }
}
