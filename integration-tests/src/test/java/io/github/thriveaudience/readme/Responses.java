package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** Responses of the stubs that several scenarios need. */
final class Responses {
  static final String NO_MEMBERS =
      """
      {"results":[],"pagination":{"totalResults":0,"totalPages":0,"page":1,"perPage":100}}""";

  private Responses() {}

  static void issuesTokensOfWebhooks(SnippetServer server) {
    server.respond(
        post(urlPathMatching("/oauth2/token/.*"))
            .withFormParam("scope", equalTo("api/webhooks"))
            .withHeader("Authorization", containing("Basic "))
            .willReturn(
                okJson(
                    """
                    {"access_token":"of-the-webhooks","token_type":"Bearer","expires_in":3600}\
                    """)));
  }

  static ResponseDefinitionBuilder error(int status) {
    return jsonResponse(
        "{\"status\":%d,\"error\":\"Error\",\"message\":\"An error.\"}".formatted(status), status);
  }
}
