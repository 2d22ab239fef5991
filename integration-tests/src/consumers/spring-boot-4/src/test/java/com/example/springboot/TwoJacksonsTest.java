package com.example.springboot;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client reads with Jackson 2, and the application writes with Jackson 3. */
@SpringBootTest(
    properties = {
      "thrive.audience.tenant-id=eu-west-2_Quickstart",
      "thrive.audience.api-secret=quickstart-secret"
    })
class TwoJacksonsTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

  @Autowired private AudienceMembersClient thrive;
  @Autowired private JsonMapper json;

  @DynamicPropertySource
  static void callStubs(DynamicPropertyRegistry properties) {
    properties.add("thrive.audience.base-uri", () -> API.baseUrl() + "/rest/v1");
  }

  @Test
  void writesAMemberWithUnknownFieldsByJackson3() {
    AudienceMember member = thrive.members("one-member-team").page(1).members().get(0);

    assertThat(json.version().getMajorVersion()).isEqualTo(3);
    JsonNode written = json.readTree(json.writeValueAsString(member));
    JsonNode known =
        json.readTree(
            """
            {"userId": "65c2d71f0a4b98e36d170001", "reference": null, "email": null,
             "unheardOf": "en-GB",
             "unheardOfObject": {"department": "Research", "languages": ["English", "French"]}}
            """);
    // The stubs may have more fields by now.
    assertThat(written.properties()).containsAll(known.properties());
  }

  @Test
  void readsByJackson3WhatItWrote() {
    MembersSnapshot all = thrive.members("tech-team").readAll();
    MembersPage page = thrive.members("one-member-team").page(1);

    for (Object value : List.of(all, page, all.report(), page.members().get(0))) {
      assertThat((Object) json.readValue(json.writeValueAsString(value), value.getClass()))
          .isEqualTo(value);
    }
  }

  @Test
  void readsTheApisOwnJsonByJackson3() {
    assertThat(
            json.readValue(
                """
                {"userId": "1", "unheardOf": {"a": 1.5}, "additionalProperties": {"b": 2}}
                """,
                AudienceMember.class))
        .isEqualTo(
            AudienceMember.builder()
                .userId("1")
                .additionalProperty("unheardOf", Map.of("a", 1.5))
                .additionalProperty("additionalProperties", Map.of("b", 2))
                .build());
  }
}
