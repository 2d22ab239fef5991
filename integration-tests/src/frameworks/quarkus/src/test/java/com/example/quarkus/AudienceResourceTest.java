package com.example.quarkus;

import static io.github.thriveaudience.testing.Scenarios.fails;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.members;
import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.testing.TestMembers;
import io.github.thriveaudience.testing.ThriveStubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class AudienceResourceTest {
  @Inject AudienceMembersClient thrive;
  @Inject MeterRegistry registry;
  @Inject BeanManager beans;

  /** Set by {@link Stubs#inject}. */
  ThriveStubs stubs;

  @BeforeEach
  void forgetWhatWasGiven() {
    stubs.reset();
  }

  @AfterEach
  void requestsObeyTheSpec() {
    stubs.verify();
  }

  @Test
  void readsAllPages() {
    stubs.given("a-team", members(250));

    get("/audiences/a-team/addresses").then().statusCode(200).body("$", hasSize(250));

    assertEquals(List.of(1, 2, 3), stubs.requestedPages("a-team"));
  }

  @Test
  void writesMembersWithItsOwnJackson() {
    AudienceMember withoutEmail = AudienceMember.builder().userId("id-2").build();
    stubs.given("a-team", members(List.of(TestMembers.member(1), withoutEmail)));

    List<AudienceMember> written =
        List.of(get("/audiences/a-team/members").as(AudienceMember[].class));

    assertEquals(List.of(TestMembers.member(1), withoutEmail), written);
  }

  @Test
  void mapsAnUnknownAudience() {
    get("/audiences/no-such-team/addresses")
        .then()
        .statusCode(404)
        .body(containsString("no-such-team"));
  }

  @Test
  void leavesOtherFailuresToQuarkus() {
    stubs.given("a-team", fails(403));

    get("/audiences/a-team/addresses").then().statusCode(500);
  }

  @Test
  void passesThroughTheProxyOfTheScope() {
    stubs.given("a-team", fails(403));

    assertNotSame(thrive, ClientProxy.unwrap(thrive));
    assertThrows(ForbiddenException.class, () -> thrive.members("a-team").page(1));
  }

  /** Quarkus does the same when the application ends. */
  @Test
  void closesTheClientWithItsScope() {
    AudienceMembersClient first = ClientProxy.unwrap(thrive);

    ((AlterableContext) beans.getContext(ApplicationScoped.class))
        .destroy(beans.resolve(beans.getBeans(AudienceMembersClient.class)));

    assertThrows(IllegalStateException.class, () -> first.members("tech-team").page(1));
    assertEquals(250, thrive.members("tech-team").stream().count());
    assertNotSame(first, ClientProxy.unwrap(thrive));
  }

  @Test
  void countsInItsMeterRegistry() {
    stubs.given("a-team", members(3), failsOnce(503));
    double before = registry.counter("thrive.client.members", "client.name", "127.0.0.1").count();

    get("/audiences/a-team/addresses").then().statusCode(200);

    get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            containsString(
                "thrive_client_members_total{client_name=\"127.0.0.1\"} " + (before + 3)))
        .body(
            containsString(
                "thrive_client_requests_seconds_count{client_name=\"127.0.0.1\","
                    + "error=\"none\",exception=\"none\",method=\"GET\",outcome=\"SERVER_ERROR\",status=\"503\","
                    + "uri=\"/audiences/{audienceId}/members\"} 1.0"));
  }
}
