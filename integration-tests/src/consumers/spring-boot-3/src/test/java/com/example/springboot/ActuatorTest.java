package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.testing.ThriveStubs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an operator sees, who has told Spring to show all values. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.address=127.0.0.1",
      "management.endpoints.web.exposure.include=*",
      "management.endpoint.env.show-values=always",
      "management.endpoint.configprops.show-values=always",
      "THRIVE_TENANT_ID=eu-west-2_Quickstart",
      "THRIVE_API_SECRET=quickstart-secret",
      "thrive.audience.headers.X-Api-Gateway-Key=the-key-of-the-gateway"
    })
class ActuatorTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Autowired private MailingList mailingList;

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void callStubs(DynamicPropertyRegistry properties) {
    properties.add("thrive.audience.base-uri", STUBS::url);
  }

  @Test
  void showsNoSecretInTheEnvironment() throws Exception {
    assertThat(get("env"))
        .contains("thrive.audience.tenant-id", "eu-west-2_Quickstart")
        .contains("thrive.audience.api-secret", "THRIVE_API_SECRET", "******")
        .contains("X-Api-Gateway-Key")
        .doesNotContain("quickstart-secret", "the-key-of-the-gateway");
  }

  @Test
  void showsNoSecretInTheProperties() throws Exception {
    assertThat(get("configprops"))
        .contains("\"prefix\":\"thrive.audience\"", "\"tenantId\":\"eu-west-2_Quickstart\"")
        .contains("\"apiSecret\":\"******\"")
        .contains("X-Api-Gateway-Key")
        .doesNotContain("quickstart-secret", "the-key-of-the-gateway");
  }

  @Test
  void countsMembers() throws Exception {
    assertThat(mailingList.of("tech-team")).hasSize(250);

    assertThat(get("metrics/thrive.client.members")).contains("\"statistic\":\"COUNT\"");
    assertThat(get("metrics/thrive.client.requests")).contains("\"SUCCESS\"");
  }

  private String get(String endpoint) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint);
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
