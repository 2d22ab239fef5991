package io.github.thriveaudience.internal.api;

import io.github.thriveaudience.api.Clients;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.FeignCalls;
import io.github.thriveaudience.internal.response.ErrorResponse;
import io.github.thriveaudience.internal.token.Authentication;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Calls a generated interface: with credentials, paced, retried where that helps and does no harm,
 * and with exceptions that name the call. Thread-safe.
 *
 * @param <A> the interface
 */
public final class ApiCalls<A> {
  private final Endpoint endpoint;
  private final Authentication authentication;
  private final Connection connection;
  private final A api;

  /** Wires an interface. */
  public ApiCalls(
      Class<A> type, Endpoint endpoint, Authentication authentication, Connection connection) {
    this.endpoint = endpoint;
    this.authentication = authentication;
    this.connection = connection;
    String address = endpoint.baseUri().toString();
    this.api = Clients.of(type, each -> connection.feign(authentication).target(each, address));
    ResponsePreparation.startOnce(type);
  }

  /**
   * Makes a call.
   *
   * @param operation what is requested
   * @param kind what it is requested for, in messages, such as {@code user}
   * @param name the name or the id of that
   * @param request calls the interface; what it is given is the last argument
   * @throws ThriveException if there is no success
   */
  public <T> T call(
      Operation operation, String kind, String name, BiFunction<A, CallContext, T> request) {
    CallDescription call = CallDescription.of(operation, endpoint, kind, name);
    return run(call, CallOwner.ofSingleCall(), context -> send(context, request));
  }

  /** Makes a call whose attempts are more than a request. */
  <T> T run(CallDescription call, CallOwner owner, Function<CallContext, T> attempt) {
    return connection.retries().run(call, owner, authentication, attempt);
  }

  /** Sends one request. */
  <T> T send(CallContext context, BiFunction<A, CallContext, T> request) {
    return FeignCalls.send(
        context, () -> request.apply(api, context), error -> exception(error, context));
  }

  private static ThriveException exception(ErrorResponse response, CallContext context) {
    ApiError error =
        response.error().withRequestId(context.requestId()).withHeaders(context.headers());
    return ApiExceptions.of(error, ApiErrorMessages.of(context.call(), error));
  }
}
