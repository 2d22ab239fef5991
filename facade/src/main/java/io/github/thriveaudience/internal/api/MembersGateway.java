package io.github.thriveaudience.internal.api;

import io.github.thriveaudience.api.Clients;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.FeignCalls;
import io.github.thriveaudience.internal.response.ErrorResponse;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.model.AudienceMembers;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The members endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
public final class MembersGateway {
  private final Endpoint endpoint;
  private final Authentication authentication;
  private final Connection connection;
  private final MembersApi api;

  /** Kept as long as the client is used, since listeners may hold it weakly. */
  private final RequestQueue queue;

  /** Wires the generated interface. */
  public MembersGateway(Endpoint endpoint, Authentication authentication, Connection connection) {
    this.endpoint = endpoint;
    this.authentication = authentication;
    this.connection = connection;
    this.queue = connection.retries().queue(CallDescription.ofMembers(endpoint, ""));
    String address = endpoint.baseUri().toString();
    this.api =
        Clients.of(
            MembersApi.class, type -> connection.feign(authentication).target(type, address));
  }

  /**
   * Requests one page, and retries where that helps.
   *
   * @param owner the listing that the page is for
   * @param check checks and converts a response, and throws what the given function makes of a
   *     description of a fault
   * @throws ThriveException if no page is returned
   */
  public <T> T list(
      String audience,
      int page,
      PageSize size,
      CallOwner owner,
      BiFunction<AudienceMembers, Function<String, MalformedResponseException>, T> check) {
    CallDescription call = CallDescription.ofMembers(endpoint, audience);
    return connection
        .retries()
        .run(
            call,
            owner,
            authentication,
            context -> {
              AudienceMembers response = send(context, audience, page, size);
              T checked = check.apply(response, call::malformed);
              connection
                  .events()
                  .onPage(PageEvent.of(context.info(), page, response.results().size()));
              return checked;
            });
  }

  private AudienceMembers send(CallContext context, String audience, int page, PageSize size) {
    return FeignCalls.send(
        context,
        () -> api.listMembers(audience, page, size.perPage(), size.limit(), context),
        error -> exception(error, context));
  }

  private static ThriveException exception(ErrorResponse response, CallContext context) {
    ApiError error = response.error().withRequestId(context.requestId());
    return ApiExceptions.of(error, MembersErrorMessages.of(context.call(), error));
  }

  /** The requests that wait for the API. */
  public RequestQueue queue() {
    return queue;
  }

  /** The name of an audience and its endpoint in messages. */
  public String subject(String audience) {
    return CallDescription.ofMembers(endpoint, audience).subjectAndEndpoint();
  }
}
