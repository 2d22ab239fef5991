package com.example.olderjackson;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OlderJacksonTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

  private final AudienceMembersClient thrive =
      AudienceMembersClient.builder()
          .baseUri(URI.create(API.baseUrl() + "/rest/v1"))
          .credentials(Credentials.basic("eu-west-2_Quickstart", "quickstart-secret"))
          .build();

  @AfterEach
  void close() {
    thrive.close();
  }

  @Test
  void runsWithTheOlderJackson() {
    assertEquals(System.getProperty("jackson.version"), new ObjectMapper().version().toString());
  }

  @Test
  void listsMembers() {
    assertEquals(250, thrive.members("tech-team").stream().count());
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    ObjectMapper json = new ObjectMapper();
    MembersSnapshot all = thrive.members("tech-team").readAll();
    MembersPage page = thrive.members("one-member-team").page(1);

    for (Object value : List.of(all, page, all.report(), page.members().get(0))) {
      assertEquals(value, json.readValue(json.writeValueAsString(value), value.getClass()));
    }
  }

  @Test
  void keepsAState(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("members.jsonl");
    MembershipState state =
        MembershipState.of(
            "R&D / 北京",
            "EU",
            Instant.EPOCH,
            Verdict.CONSISTENT,
            List.of(AudienceMember.builder().userId("1").email("\ud83d\ude00 \ud800").build()));

    state.write(file);

    assertEquals(state, MembershipState.read(file));
    Files.writeString(file, Files.readString(file).replace("\"email\":", "\"email\":5,"));
    assertThrows(UncheckedIOException.class, () -> MembershipState.read(file));
  }

  @Test
  void keepsUnknownFields() {
    AudienceMember member = thrive.members("one-member-team").page(1).members().get(0);

    assertEquals(
        Map.of(
            "unheardOf",
            "en-GB",
            "unheardOfObject",
            Map.of("department", "Research", "languages", List.of("English", "French"))),
        member.additionalProperties());
  }

  @Test
  void readsErrors() {
    NotFoundException e =
        assertThrows(NotFoundException.class, () -> thrive.members("no-such-team").page(1));

    assertNotNull(e.apiMessage());
  }

  @Test
  void rejectsMoreTokensThanAPageCanHave() {
    respondWithUnknownField("[" + "0,".repeat(500_000) + "0]");

    assertBeyondLimits();
  }

  @Test
  void rejectsDeeperJsonThanAPageCanHave() {
    respondWithUnknownField("[".repeat(1_001) + "]".repeat(1_001));

    assertBeyondLimits();
  }

  private static void respondWithUnknownField(String value) {
    API.stubFor(
        get(urlPathEqualTo("/rest/v1/audiences/excessive/members"))
            .willReturn(
                okJson(
                    """
                    {"results": [{"userId": "65c2d71f0a4b98e36d170001", "unheardOf": %s}],
                     "pagination": {"totalResults": 1, "totalPages": 1, "page": 1, "perPage": 1000}}
                    """
                        .formatted(value))));
  }

  private void assertBeyondLimits() {
    MalformedResponseException e =
        assertThrows(MalformedResponseException.class, () -> thrive.members("excessive").page(1));

    assertTrue(e.getMessage().contains("beyond the limits"), e::getMessage);
  }
}
