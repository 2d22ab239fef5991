package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.contract.ContractValidator;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The base class of tests against WireMock, on a free port of the loopback interface. */
abstract class WireTest {
  static final String SECRET = "hush-hush";
  static final OAuth2Credentials OAUTH2 = Credentials.oauth2("eu-west-2_Tenant", "client", SECRET);

  /**
   * The number of GET requests per attempt that a server receives if it closes the connection
   * before a response: the JDK's HTTP client resends the request once.
   */
  static final int REQUESTS_BEFORE_A_CLOSED_CONNECTION = 2;

  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  @RegisterExtension static final WireMockExtension API = CONTRACT.server();

  static URI baseUri() {
    return URI.create("http://127.0.0.1:" + API.getPort() + "/rest/v1");
  }

  static URI tokenUri() {
    return URI.create("http://127.0.0.1:" + API.getPort() + "/oauth2/token/eu-west-2_Tenant");
  }

  /** A client with one attempt, unless a test sets more. */
  static AudienceMembersClient.Builder builder() {
    return AudienceMembersClient.builder()
        .maxAttempts(1)
        .baseUri(baseUri())
        .credentials(Credentials.basic("eu-west-2_Tenant", SECRET));
  }

  /** A client with an access token, and one attempt. */
  static AudienceMembersClient.Builder oauth2Builder() {
    return builder().credentials(OAUTH2).tokenUri(tokenUri());
  }

  static AccessTokens.Builder tokensBuilder() {
    return AccessTokens.builder(TokenService.PUBLIC_API).tokenUri(tokenUri()).credentials(OAUTH2);
  }

  static AudienceMembersClient client() {
    return builder().build();
  }

  /** Stubs every request with this response. */
  static void respond(ResponseDefinitionBuilder response) {
    API.stubFor(any(anyUrl()).willReturn(response));
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  /** The response with this token, without a lifetime. */
  static ResponseDefinitionBuilder token(String value) {
    return json("{\"access_token\":\"" + value + "\",\"token_type\":\"bearer\"}");
  }

  static List<LoggedRequest> requests() {
    return API.findAll(anyRequestedFor(anyUrl()));
  }
}
