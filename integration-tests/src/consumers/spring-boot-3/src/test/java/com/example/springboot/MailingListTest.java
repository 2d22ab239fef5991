package com.example.springboot;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.thriveaudience.error.ForbiddenException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    properties = {
      "thrive.audience.environment=staging",
      "thrive.audience.tenant-id=eu-west-2_Quickstart",
      "thrive.audience.api-secret=quickstart-secret",
      "thrive.audience.page-size=200"
    })
class MailingListTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

  @Autowired private MailingList mailingList;
  @Autowired private MeterRegistry registry;

  @DynamicPropertySource
  static void callStubs(DynamicPropertyRegistry properties) {
    properties.add("thrive.audience.base-uri", () -> API.baseUrl() + "/rest/v1");
  }

  @Test
  void usesTheConfiguredPageSize() {
    assertThat(mailingList.of("tech-team")).hasSize(250).contains("user-0001@example.com");

    API.verify(2, getRequestedFor(urlPathEqualTo("/rest/v1/audiences/tech-team/members")));
  }

  @Test
  void excludesMembersWithoutAnEmail() {
    assertThat(mailingList.of("one-member-team")).isEmpty();
  }

  @Test
  void countsInSpringsMeterRegistry() {
    Counter members = registry.counter("thrive.client.members", "client.name", "localhost");
    double before = members.count();

    mailingList.of("tech-team");

    assertThat(members.count() - before).isEqualTo(250);
    assertThat(registry.get("thrive.client.requests").tag("outcome", "SUCCESS").timers())
        .isNotEmpty();
  }

  @Test
  void propagatesErrors() {
    assertThatThrownBy(() -> mailingList.of("error-403")).isInstanceOf(ForbiddenException.class);
  }
}
