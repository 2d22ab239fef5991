package com.example.junit6;

import static io.github.thriveaudience.testing.Scenarios.members;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.thriveaudience.testing.ThriveStubs;
import io.github.thriveaudience.testing.ViolatesSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class JUnit6Test {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Test
  void isTheVersionOfThePom() {
    assertEquals(
        System.getProperty("junit.version"), Test.class.getPackage().getImplementationVersion());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 250})
  void forgetsBetweenInvocations(int number) {
    STUBS.given("a-team", members(number));

    assertEquals(number, STUBS.client().members("a-team").stream().count());
    assertEquals(Math.max(1, (number + 99) / 100), STUBS.requestedPages("a-team").size());
  }

  @Nested
  class Inner {
    @Test
    void sharesTheServerOfItsClass() {
      assertEquals(250, STUBS.oauthClient().members("tech-team").stream().count());
    }
  }

  @Nested
  @ParameterizedClass
  @ValueSource(strings = {"a-team", "b-team"})
  class OfEach {
    @RegisterExtension final ThriveStubs own = ThriveStubs.start();

    private final String audience;

    OfEach(String audience) {
      this.audience = audience;
    }

    @Test
    void hasAServerOfItsOwn() {
      own.given(audience, members(3));

      assertEquals(3, own.client().members(audience).stream().count());
      assertTrue(STUBS.requests().isEmpty());
    }
  }

  @Test
  void failsWhereARequestViolatesTheSpec() {
    TestExecutionSummary summary = run(RequestTest.class);

    assertEquals(1, summary.getTestsSucceededCount());
    assertEquals(1, summary.getTestsFailedCount());
    assertTrue(
        summary.getFailures().get(0).getException().getMessage().contains("perPage"),
        () -> summary.getFailures().get(0).getException().getMessage());
  }

  private static TestExecutionSummary run(Class<?> test) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build(),
            listener);
    return listener.getSummary();
  }

  /** Not run by itself, since it is nested and static. */
  static class RequestTest {
    @RegisterExtension static final ThriveStubs OTHER = ThriveStubs.start();

    @Test
    void requestsTooLargePages() throws Exception {
      request();
    }

    @Test
    @ViolatesSpec("on purpose")
    void requestsTooLargePagesOnPurpose() throws Exception {
      request();
    }

    private static void request() throws IOException, InterruptedException {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(
                      URI.create(OTHER.url() + "/audiences/a-team/members?perPage=1001"))
                  .build(),
              BodyHandlers.discarding());
    }
  }
}
