package com.example.micronaut;

import static io.github.thriveaudience.testing.Scenarios.fails;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.members;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.testing.TestMembers;
import io.github.thriveaudience.testing.ThriveStubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

@MicronautTest
@TestInstance(Lifecycle.PER_CLASS)
class AudienceControllerTest implements TestPropertyProvider {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Inject
  @Client("/")
  HttpClient http;

  @Inject MeterRegistry registry;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "thrive.base-uri", STUBS.url().toString(),
        "thrive.tenant-id", ThriveStubs.TENANT_ID,
        "thrive.api-secret", ThriveStubs.API_SECRET);
  }

  @Test
  void readsAllPages() {
    STUBS.given("hr/uk", members(250));

    List<String> addresses = get("/audiences/hr%2Fuk/addresses", Argument.listOf(String.class));

    assertEquals(250, addresses.size());
    assertEquals(List.of(1, 2, 3), STUBS.requestedPages("hr/uk"));
  }

  @Test
  void writesMembersWithItsOwnJson() {
    AudienceMember withoutEmail =
        AudienceMember.builder().userId("id-2").additionalProperty("locale", "en-GB").build();
    STUBS.given("a-team", members(List.of(TestMembers.member(1), withoutEmail)));

    assertTrue(
        get("/audiences/a-team/members", Argument.STRING)
            .endsWith("{\"userId\":\"id-2\",\"locale\":\"en-GB\"}]"));

    assertEquals(
        List.of(TestMembers.member(1), withoutEmail),
        get("/audiences/a-team/members", Argument.listOf(AudienceMember.class)));
  }

  @Test
  void mapsAnUnknownAudience() {
    var failure =
        assertThrows(
            HttpClientResponseException.class,
            () -> get("/audiences/no-such-team/addresses", Argument.STRING));

    assertEquals(HttpStatus.NOT_FOUND, failure.getStatus());
    assertTrue(failure.getResponse().getBody(String.class).orElse("").contains("no-such-team"));
  }

  @Test
  void leavesOtherFailuresToMicronaut() {
    STUBS.given("a-team", fails(403));

    var failure =
        assertThrows(
            HttpClientResponseException.class,
            () -> get("/audiences/a-team/addresses", Argument.STRING));

    assertEquals(HttpStatus.INTERNAL_SERVER_ERROR, failure.getStatus());
  }

  @Test
  void countsInItsMeterRegistry() {
    STUBS.given("a-team", members(3), failsOnce(503));
    double members = registry.counter("thrive.client.members", "client.name", "127.0.0.1").count();

    get("/audiences/a-team/addresses", Argument.STRING);

    assertEquals(members + 3, registry.get("thrive.client.members").counter().count());
    assertEquals(1, registry.get("thrive.client.requests").tag("status", "503").timer().count());
  }

  private <T> T get(String path, Argument<T> type) {
    return http.toBlocking().retrieve(HttpRequest.GET(path), type);
  }
}
