package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static io.github.thriveaudience.readme.Cause.reading;
import static io.github.thriveaudience.readme.Cause.thrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.quickstart.StubServer;
import java.util.Map;

/** Responses of the API, of the token endpoint, or of a proxy. */
final class ResponseCauses {
  private static final byte[] TRUNCATED_GZIP = {0x1f, (byte) 0x8b, 8, 0, 0};

  private ResponseCauses() {}

  static void addTo(Map<String, Cause> causes) {
    causes.put(
        "the credentials were rejected",
        server ->
            reading(
                server
                    .builder()
                    .credentials(Credentials.basic("eu-west-2_Quickstart", "of staging"))));
    causes.put("do not allow reading audience members", audience("error-403"));
    causes.put("there is no audience with this id or reference", audience("R%26D+%2F+50%25"));
    causes.put(
        "The reference has a slash, a backslash or a percent sign", audience("of nobody / 50%"));
    causes.put(
        "the body is encoded as br, which was not requested",
        response(aResponse().withHeader("Content-Encoding", "br").withBody("brotli")));
    causes.put(
        "is truncated",
        response(aResponse().withHeader("Content-Encoding", "gzip").withBody(TRUNCATED_GZIP)));
    causes.put(
        "failed. Wait for … s before the next one.",
        response(aResponse().withStatus(503).withHeader("Retry-After", "300")));
    causes.put(
        "a redirect, which is never followed",
        response(temporaryRedirect("https://login.example.com/")));
    causes.put("a proxy on the way requires credentials", response(aResponse().withStatus(407)));
    causes.put(
        "the response is text/html: is a proxy or a login page in between?",
        response(okForContentType("text/html", "<html>Please log in.</html>")));
    causes.put("is missing or of the wrong type", response(okJson("{\"results\":[{\"id\":1}]}")));
    causes.put("too many requests. Wait for … s before the next one.", audience("error-429"));
    causes.put(
        "throttles this client for another … s, longer than the timeout of the call for …",
        ResponseCauses::throttledByAnotherCall);
    causes.put(
        "there is no such token endpoint",
        server ->
            reading(
                server
                    .builder()
                    .credentials(StubServer.OAUTH2)
                    .tokenUri(server.baseUri().resolve("/oauth2/token/eu-west-2_Other"))));
    causes.put(
        "the client was rejected",
        server ->
            requestingToken(
                server,
                Credentials.oauth2(
                    "eu-west-2_Quickstart", "eu-west-2_Quickstart", "quickstart-secret")));
    causes.put(
        "whether the server wants the client in the request's body",
        server -> {
          server.respond(jsonResponse("{\"error\":\"invalid_request\"}", 400));
          return requestingToken(server, StubServer.OAUTH2);
        });
    causes.put("invalid_scope", server -> requestingToken(server, StubServer.OAUTH2));
  }

  private static Cause audience(String audience) {
    return server -> reading(server.builder(), audience);
  }

  private static Cause response(ResponseDefinitionBuilder response) {
    return server -> {
      server.respond(response);
      return reading(server.builder());
    };
  }

  private static String throttledByAnotherCall(SnippetServer server) {
    server.respond(aResponse().withStatus(429).withHeader("Retry-After", "600"));
    try (AudienceMembersClient client = server.builder().build()) {
      thrownBy(() -> client.members("one-team").page(1));
      return thrownBy(() -> client.members("other-team").page(1));
    }
  }

  /** For the webhooks API, whose scope the stubs do not grant. */
  private static String requestingToken(SnippetServer server, OAuth2Credentials credentials) {
    try (AccessTokens tokens =
        AccessTokens.builder(TokenService.WEBHOOKS)
            .tokenUri(server.tokenUri())
            .credentials(credentials)
            .build()) {
      return thrownBy(tokens::current);
    }
  }
}
