package com.example.badnights;

import static com.example.badnights.NightlyJob.*;
import static io.github.thriveaudience.testing.Scenarios.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.testing.Scenario;
import io.github.thriveaudience.testing.ThriveStubs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BadNightsTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();
  private final NightlyJob job = new NightlyJob(Duration.ZERO, "a-team", "b-team", "c-team");

  private int night(AudienceMembersClient thrive, Scenario... bad) {
    STUBS.given("a-team", members(5)).given("b-team", bad).given("c-team", members(5));
    return job.run(thrive);
  }

  @Test
  void isDoneDespiteThrottlingAndAnError() {
    assertEquals(DONE, night(STUBS.client(), throttledFor(3), failsOnce(503).atPage(2)));
    assertEquals("[5, 250, 5]", job.sizes());
  }

  @Test
  void goesOnWithANewToken() {
    assertEquals(DONE, night(STUBS.oauthClient(), tokenExpires().atPage(2)));
    assertEquals("[5, 250, 5]", job.sizes());
  }

  @Test
  void removesNobodyWhileTheListDrifts() {
    assertEquals(DONE, night(STUBS.client(), members(250)));
    assertEquals(RETRY_LATER, night(STUBS.client(), members(249), drifting()));
    assertEquals("[5, 250, 5]", job.sizes());
  }

  @Test
  void goesOnWhereTheGatewayIsDown() {
    assertEquals(RETRY_LATER, night(STUBS.client(), gatewayHtml()));
    assertEquals("[5, 0, 5]", job.sizes());
  }

  @Test
  void goesOnWhereTheServerStopsAnswering() {
    assertEquals(RETRY_LATER, night(STUBS.client(), stopsAnswering().atPage(3)));
    assertEquals("[5, 0, 5]", job.sizes());
  }

  @Test
  void endsWhenTheSecretIsRevoked() {
    assertEquals(FIX_CONFIGURATION, night(STUBS.client(), secretRevoked()));
    assertEquals("[5, 0, 0]", job.sizes());
  }
}
