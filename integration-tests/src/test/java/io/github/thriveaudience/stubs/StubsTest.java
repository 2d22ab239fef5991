package io.github.thriveaudience.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.contract.ViolatesContract.Side;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ConflictException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.error.UnprocessableContentException;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.quickstart.StubServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users who test against the stubs can rely on. */
@Tag("contract")
class StubsTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final StubServer STUBS = new StubServer(CONTRACT);

  @AfterAll
  static void stop() {
    STUBS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 249, 250, 251, 1000})
  void techTeamHas250MembersWhateverThePageSize(int pageSize) {
    List<AudienceMember> members =
        StubClients.client(STUBS, pageSize).members("tech-team").stream().toList();

    assertThat(members).hasSize(250).extracting(AudienceMember::userId).doesNotHaveDuplicates();
    assertThat(members).extracting(AudienceMember::email).allMatch(e -> e.endsWith("@example.com"));
  }

  @Test
  void techTeamIsFoundById() {
    assertThat(StubClients.client(STUBS, 1000).members("63f57d805d8ecbf46f5b5278"))
        .containsExactlyElementsOf(StubClients.client(STUBS, 100).members("tech-team"));
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 3, true", "3, 50, 3, false", "4, 0, 3, false"})
  void techTeamPagesByArithmetic(int number, int size, int pages, boolean hasNext) {
    MembersPage page = StubClients.client(STUBS, 100).members("tech-team").page(number);

    assertThat(page.members()).hasSize(size);
    assertThat(page.totalPages()).isEqualTo(pages);
    assertThat(page.totalResults()).isEqualTo(250);
    assertThat(page.hasNext()).isEqualTo(hasNext);
  }

  @Test
  void emptyTeamHasNoMembers() {
    assertThat(StubClients.client(STUBS, 1000).members("empty-team")).isEmpty();
  }

  @Test
  void oneMemberTeamHasNullsAndUnknownFields() {
    assertThat(StubClients.client(STUBS, 1000).members("one-member-team"))
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.reference()).isNull();
              assertThat(member.email()).isNull();
              assertThat(member.additionalProperties())
                  .containsEntry("unheardOf", "en-GB")
                  .containsEntry(
                      "unheardOfObject",
                      Map.of("department", "Research", "languages", List.of("English", "French")));
            });
  }

  @Test
  void referenceThatNeedsEncodingHasMembers() {
    assertThat(StubClients.client(STUBS, 2).members("R&D / 北京 50%")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"1, 1000, 000001, 001000", "100, 1000, 099001, 100000", "14286, 7, 099996, 100000"})
  void largeTeamPagesByArithmetic(int number, int pageSize, String first, String last) {
    MembersPage page = StubClients.client(STUBS, pageSize).members("large-team").page(number);

    assertThat(page.members())
        .extracting(AudienceMember::userId)
        .startsWith("66b3d4f02a7c91e85f" + first)
        .endsWith("66b3d4f02a7c91e85f" + last);
    assertThat(page.totalResults()).isEqualTo(100_000);
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of("error-400", BadRequestException.class),
        Arguments.of("error-401", UnauthorizedException.class),
        Arguments.of("error-403", ForbiddenException.class),
        Arguments.of("error-404", NotFoundException.class),
        Arguments.of("error-409", ConflictException.class),
        Arguments.of("error-422", UnprocessableContentException.class),
        Arguments.of("error-429", RateLimitedException.class),
        Arguments.of("error-500", ServerErrorException.class),
        Arguments.of("no-such-audience", NotFoundException.class));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyDocumentedErrorHasAnAudience(String audience, Class<?> expected) {
    assertThatThrownBy(() -> StubClients.client(STUBS, 1000).members(audience).page(1))
        .isExactlyInstanceOf(expected)
        .isInstanceOfSatisfying(
            ThriveApiException.class,
            thrown -> {
              assertThat(thrown.error()).isNotBlank();
              assertThat(thrown.apiMessage()).isNotBlank();
            });
  }

  @Test
  void rateLimitHasRetryAfter() {
    assertThatThrownBy(() -> StubClients.client(STUBS, 1000).members("error-429").page(1))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tech-team", "no-such-audience", "error-500"})
  void wrongCredentialsGet401WhateverTheAudience(String audience) {
    AudienceMembersClient rejected =
        AudienceMembersClient.builder()
            .baseUri(STUBS.baseUri())
            .credentials(Credentials.basic("eu-west-2_Quickstart", "wrong"))
            .build();

    assertThatThrownBy(() -> rejected.members(audience).page(1))
        .isInstanceOf(UnauthorizedException.class);
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void issueATokenThatTheApiAccepts(ClientAuthentication method) {
    OAuth2Credentials client = StubServer.OAUTH2.withClientAuthentication(method);

    assertThat(withToken(client).members("tech-team")).hasSize(250);
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void rejectAWrongClient(ClientAuthentication method) {
    OAuth2Credentials rejected =
        Credentials.oauth2("eu-west-2_Quickstart", "quickstart-client", "wrong")
            .withClientAuthentication(method);

    assertThatThrownBy(() -> withToken(rejected).members("tech-team").page(1))
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            thrown -> assertThat(thrown.error()).isEqualTo("invalid_client"));
  }

  @Test
  void rejectAWrongScope() {
    AccessTokens tokens =
        AccessTokens.builder(TokenService.WEBHOOKS)
            .tokenUri(STUBS.tokenUri())
            .credentials(StubServer.OAUTH2)
            .build();

    assertThatThrownBy(tokens::current)
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            thrown -> assertThat(thrown.error()).isEqualTo("invalid_scope"));
  }

  @ParameterizedTest
  @CsvSource({"error-429, 429", "error-500, 500", "no-such-tenant, 404"})
  void tokenEndpointHasATenantForEachError(String tenant, int status) {
    AccessTokens tokens =
        AccessTokens.builder(TokenService.PUBLIC_API)
            .tokenUri(STUBS.baseUri().resolve("/oauth2/token/" + tenant))
            .credentials(
                Credentials.oauth2(tenant, "quickstart-client", "quickstart-client-secret"))
            .maxAttempts(1)
            .build();

    assertThatThrownBy(tokens::current)
        .isInstanceOfSatisfying(
            ThriveApiException.class, thrown -> assertThat(thrown.status()).isEqualTo(status));
  }

  private static AudienceMembersClient withToken(OAuth2Credentials credentials) {
    return AudienceMembersClient.builder()
        .baseUri(STUBS.baseUri())
        .tokenUri(STUBS.tokenUri())
        .credentials(credentials)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "'',                    401, false",
    "'',                    200, true",
    "?page=0,               400, true",
    "?page=x,               400, true",
    "?perPage=0,            400, true",
    "?perPage=1001,         400, true",
    "?limit=101,            400, true",
    "?limit=50&page=5,      200, true",
  })
  @ViolatesContract(value = "invalid query parameters", by = Side.REQUESTS)
  void respondToAnyClientAsTheSpecDescribes(String query, int status, boolean authenticated)
      throws Exception {
    URI uri = URI.create(STUBS.baseUri() + "/audiences/tech-team/members" + query);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (authenticated) {
      request.header("Authorization", "Basic ZXUtd2VzdC0yX1F1aWNrc3RhcnQ6cXVpY2tzdGFydC1zZWNyZXQ=");
    }

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
  }
}
