package com.example.anylanguage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts WireMock from the command line with the jar of the stubs, and sends plain HTTP to it. */
class CommandLineTest {
  private static Process wireMock;
  private static String port;

  @BeforeAll
  static void start() throws Exception {
    wireMock =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jarOf(WireMockServer.class.getName().replace('.', '/') + ".class")
                    + System.getProperty("path.separator")
                    + jarOf("thrive-audience/stubs/mappings/members-tech-team.json"),
                "wiremock.Run",
                "--port",
                "0",
                "--load-resources-from-classpath",
                "thrive-audience/stubs")
            .redirectErrorStream(true)
            .start();
    port = announcedPort(wireMock.inputReader());
  }

  private static String announcedPort(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith("port:")) {
      line = output.readLine();
    }
    assertTrue(line != null, "WireMock ended without a port");
    return line.substring("port:".length()).strip();
  }

  private static Path jarOf(String resource) throws URISyntaxException {
    String url = CommandLineTest.class.getClassLoader().getResource(resource).toString();
    return Path.of(new URI(url.substring("jar:".length(), url.indexOf('!'))));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    wireMock.destroy();
    assertTrue(wireMock.waitFor(30, TimeUnit.SECONDS));
  }

  @Test
  void rejectsWrongCredentials() throws Exception {
    HttpResponse<String> response = members("tech-team", "Basic " + base64("unknown:wrong"));

    assertEquals(401, response.statusCode());
  }

  @Test
  void returnsMembersWithBasic() throws Exception {
    HttpResponse<String> response =
        members("tech-team", "Basic " + base64("eu-west-2_Quickstart:quickstart-secret"));

    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("\"totalResults\": 250"), response.body());
  }

  @Test
  void returnsMembersWithAToken() throws Exception {
    HttpResponse<String> token =
        send(
            HttpRequest.newBuilder(uri("/oauth2/token/eu-west-2_Quickstart"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Authorization",
                    "Basic " + base64("quickstart-client:quickstart-client-secret"))
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    assertEquals(200, token.statusCode());
    assertTrue(token.body().contains("quickstart-access-token"), token.body());

    assertEquals(200, members("tech-team", "Bearer quickstart-access-token").statusCode());
  }

  @Test
  void hasAnAudienceForEachError() throws Exception {
    for (int status : new int[] {400, 401, 403, 404, 409, 422, 429, 500}) {
      assertEquals(
          status, members("error-" + status, "Bearer quickstart-access-token").statusCode());
    }
  }

  @Test
  void returnsAnotherListAtTheSecondReadingUntilReset() throws Exception {
    assertEquals("250", totalOfTheChangingTeam());
    assertEquals("252", totalOfTheChangingTeam());
    assertEquals("252", totalOfTheChangingTeam());

    HttpResponse<String> reset =
        send(HttpRequest.newBuilder(uri("/__admin/scenarios/reset")).POST(BodyPublishers.noBody()));
    assertEquals(200, reset.statusCode());

    assertEquals("250", totalOfTheChangingTeam());
  }

  private static String totalOfTheChangingTeam() throws Exception {
    String page = members("changing-team", "Bearer quickstart-access-token").body();
    return page.replaceAll("(?s).*\"totalResults\": (\\d+).*", "$1");
  }

  private static HttpResponse<String> members(String audience, String authorization)
      throws Exception {
    return send(
        HttpRequest.newBuilder(uri("/rest/v1/audiences/" + audience + "/members"))
            .header("Authorization", authorization));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
