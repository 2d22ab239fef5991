package io.github.thriveaudience.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.quickstart.StubServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a program in any language sends to the stubs, and to WireMock to change them. Registered as
 * an extension, it resets the scenarios before each test, and stops the stubs in the end.
 */
final class PlainHttp implements BeforeEachCallback, AfterAllCallback {
  private static final String BASIC = "Basic ZXUtd2VzdC0yX1F1aWNrc3RhcnQ6cXVpY2tzdGFydC1zZWNyZXQ=";

  private final HttpClient client = HttpClient.newHttpClient();
  private final StubServer stubs;

  PlainHttp(StubServer stubs) {
    this.stubs = stubs;
  }

  /**
   * Requests a page of an audience.
   *
   * @param query nothing, or a query with its question mark
   */
  HttpResponse<String> members(String audience, String query) throws Exception {
    return send(members(audience + "/members" + query).header("Authorization", BASIC));
  }

  HttpResponse<String> membersWithoutCredentials(String audience) throws Exception {
    return send(members(audience + "/members"));
  }

  private HttpRequest.Builder members(String path) {
    return HttpRequest.newBuilder(URI.create(stubs.baseUri() + "/audiences/" + path));
  }

  @Override
  public void beforeEach(ExtensionContext test) throws Exception {
    HttpRequest.Builder reset = admin("scenarios/reset").POST(BodyPublishers.noBody());
    assertThat(send(reset).statusCode()).isEqualTo(200);
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    stubs.close();
  }

  HttpResponse<String> resetScenario(String name) throws Exception {
    return send(admin("scenarios/" + name + "/state").PUT(BodyPublishers.noBody()));
  }

  HttpResponse<String> setScenario(String name, String state) throws Exception {
    return send(
        admin("scenarios/" + name + "/state")
            .PUT(BodyPublishers.ofString("{\"state\": \"" + state + "\"}")));
  }

  HttpResponse<String> addMapping(String json) throws Exception {
    return send(admin("mappings").POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder admin(String path) {
    return HttpRequest.newBuilder(stubs.baseUri().resolve("/__admin/" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
