package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static io.github.thriveaudience.readme.Trouble.thrownBy;
import static java.util.Map.entry;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.quickstart.StubServer;
import java.net.URI;
import java.util.Map;

/** What a server or something before it answers, by the words that the user sees. */
final class TroubleWithAnswers {
  /** Of a gzip (RFC 1952, section 2.3). */
  private static final byte[] HALF_A_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0};

  static final Map<String, Trouble> BY_WORDS =
      Map.ofEntries(
          entry(
              "the credentials were not accepted",
              server ->
                  members(
                      server
                          .builder()
                          .credentials(Credentials.basic("eu-west-2_Quickstart", "of staging")),
                      "tech-team")),
          entry("do not allow reading audience members", audience("error-403")),
          entry("there is no audience with this id or reference", audience("R%26D+%2F+50%25")),
          entry(
              "The reference has a slash, a backslash or a percent sign",
              audience("of nobody / 50%")),
          entry(
              "the body is encoded as br, which was not asked for",
              answered(aResponse().withHeader("Content-Encoding", "br").withBody("brotli"))),
          entry(
              "is truncated",
              answered(aResponse().withHeader("Content-Encoding", "gzip").withBody(HALF_A_HEADER))),
          entry(
              "failed. Wait for … s before the next one.",
              answered(aResponse().withStatus(503).withHeader("Retry-After", "300"))),
          entry("there is no such token endpoint", TroubleWithAnswers::unknownTenant),
          entry(
              "the client was not accepted",
              server ->
                  token(
                      server.tokenUri(),
                      Credentials.oauth2(
                          "eu-west-2_Quickstart", "eu-west-2_Quickstart", "quickstart-secret"))),
          entry(
              "whether the server wants the client in the request's body",
              server -> {
                answer(server, jsonResponse("{\"error\":\"invalid_request\"}", 400));
                return token(server.tokenUri(), StubServer.OAUTH2);
              }),
          entry("invalid_scope", server -> token(server.tokenUri(), StubServer.OAUTH2)),
          entry(
              "a redirect, which is never followed",
              answered(temporaryRedirect("https://login.example.com/"))),
          entry("a proxy on the way asks for credentials", answered(aResponse().withStatus(407))),
          entry(
              "the answer is text/html: is a proxy or a login page in between?",
              answered(okForContentType("text/html", "<html>Please log in.</html>"))),
          entry("is missing or of the wrong type", answered(okJson("{\"results\":[{\"id\":1}]}"))),
          entry("too many requests. Wait for … s before the next one.", audience("error-429")),
          entry(
              "has asked this client to wait for … s more, longer than the call for … may take.",
              TroubleWithAnswers::pause));

  private TroubleWithAnswers() {}

  private static Trouble audience(String audience) {
    return server -> members(server.builder(), audience);
  }

  private static String unknownTenant(SnippetServer server) {
    URI tokenUri = server.baseUri().resolve("/oauth2/token/eu-west-2_Other");
    return members(server.builder().credentials(StubServer.OAUTH2).tokenUri(tokenUri), "tech-team");
  }

  private static Trouble answered(ResponseDefinitionBuilder answer) {
    return server -> {
      answer(server, answer);
      return members(server.builder(), "tech-team");
    };
  }

  private static String pause(SnippetServer server) {
    answer(server, aResponse().withStatus(429).withHeader("Retry-After", "600"));
    try (AudienceMembersClient client = server.builder().build()) {
      thrownBy(() -> client.members("one-team").page(1));
      return thrownBy(() -> client.members("other-team").page(1));
    }
  }

  private static void answer(SnippetServer server, ResponseDefinitionBuilder answer) {
    server.answer(any(anyUrl()).willReturn(answer));
  }

  private static String members(AudienceMembersClient.Builder builder, String audience) {
    try (AudienceMembersClient client = builder.build()) {
      return thrownBy(() -> client.members(audience).page(1));
    }
  }

  /** Of the webhooks, whose scope the stubs do not grant. */
  private static String token(URI tokenUri, OAuth2Credentials credentials) {
    try (AccessTokens tokens =
        AccessTokens.builder(TokenService.WEBHOOKS)
            .tokenUri(tokenUri)
            .credentials(credentials)
            .build()) {
      return thrownBy(tokens::current);
    }
  }
}
