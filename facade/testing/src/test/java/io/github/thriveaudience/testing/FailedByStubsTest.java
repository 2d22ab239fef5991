package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.tokenExpires;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Tests that the stubs fail. */
class FailedByStubsTest extends LifecycleFixture {
  private static int status(ThriveStubs stubs, String query) throws Exception {
    URI uri = URI.create(stubs.url() + "/audiences/tech-team/members" + query);
    return ((HttpURLConnection) uri.toURL().openConnection()).getResponseCode();
  }

  @TestMethodOrder(MethodName.class)
  static class Violating {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    @Test
    void byMistake() throws Exception {
      USED.add(STUBS);
      assertThat(status(STUBS, "?page=0")).isEqualTo(401);
    }

    @Test
    @ViolatesSpec("this is the test")
    void onPurpose() throws Exception {
      status(STUBS, "?page=0");
    }

    @Test
    void zNever() {
      STUBS.client().members("tech-team").page(1);
    }

    @Nested
    @ViolatesSpec("all tests in here")
    class InAClass {
      @Test
      void onPurpose() throws Exception {
        status(STUBS, "?page=0");
      }
    }
  }

  @Test
  void aTestFailsWhoseRequestsViolateTheSpec() {
    TestExecutionSummary summary = run(Violating.class);

    assertThat(summary.getTestsSucceededCount()).isEqualTo(3);
    assertThat(summary.getFailures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.getTestIdentifier().getDisplayName()).isEqualTo("byMistake()");
              assertThat(failure.getException())
                  .isInstanceOf(AssertionError.class)
                  .hasMessageContaining("'page' must be a whole number");
            });
    assertThat(USED).allSatisfy(LifecycleFixture::isStopped);
  }

  static class TokensWithBasic {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    @Test
    @ViolatesSpec("which is no excuse")
    void cannotExpire() {
      STUBS.given("tech-team", tokenExpires());
      STUBS.client().members("tech-team").page(1);
    }
  }

  @Test
  void aTestFailsWhoseScenarioCannotOccur() {
    assertThat(run(TokensWithBasic.class).getFailures())
        .singleElement()
        .extracting(Failure::getException)
        .asString()
        .contains("tokenExpires() needs a client with OAuth, but the client uses HTTP Basic");
  }

  static class AtTheSameTime {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    private static final CountDownLatch ONE_ENDED = new CountDownLatch(1);

    @RegisterExtension static final AfterEachCallback END = context -> ONE_ENDED.countDown();

    @Test
    void first() throws Exception {
      AudienceMembersClient client = STUBS.client();
      assertThat(ONE_ENDED.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(client.members("tech-team").page(1).members()).as("not closed").hasSize(100);
    }

    @Test
    void second() throws Exception {
      first();
    }
  }

  @Test
  void testsMustNotShareAFieldAtTheSameTime() {
    assertThat(run(IN_PARALLEL, AtTheSameTime.class).getFailures())
        .singleElement()
        .extracting(Failure::getException)
        .asString()
        .contains("Two tests use the same ThriveStubs at the same time.");
  }
}
