package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.members;
import static io.github.thriveaudience.testing.Scenarios.tokenExpires;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.thriveaudience.AudienceMembersClient;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs test classes with the extension as JUnit runs those of users. */
class LifecycleTest {
  private static final Map<String, String> IN_PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");

  private static final List<ThriveStubs> USED = new CopyOnWriteArrayList<>();
  private static final List<AudienceMembersClient> CLIENTS = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    USED.clear();
    CLIENTS.clear();
  }

  private static TestExecutionSummary run(Map<String, String> parameters, Class<?>... classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(classes).map(each -> selectClass(each)).toList())
            .configurationParameters(parameters)
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static TestExecutionSummary run(Class<?>... classes) {
    return run(Map.of(), classes);
  }

  private static void succeed(TestExecutionSummary summary, int tests) {
    assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    assertThat(USED).isNotEmpty().allSatisfy(LifecycleTest::isStopped);
    assertThat(CLIENTS).allSatisfy(LifecycleTest::isClosed);
  }

  private static void isStopped(ThriveStubs stubs) {
    assertThatThrownBy(stubs::url)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("These stubs are stopped.");
  }

  private static void isClosed(AudienceMembersClient client) {
    assertThatThrownBy(() -> client.members("any"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static int status(ThriveStubs stubs, String query) throws Exception {
    URI uri = URI.create(stubs.url() + "/audiences/tech-team/members" + query);
    return ((HttpURLConnection) uri.toURL().openConnection()).getResponseCode();
  }

  @TestMethodOrder(MethodName.class)
  static class InAStaticField {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    static AudienceMembersClient shared;

    @BeforeAll
    static void share() {
      USED.add(STUBS);
      shared = STUBS.client();
      CLIENTS.add(shared);
    }

    @Test
    void first() {
      STUBS.given("a-team", members(1));
      AudienceMembersClient client = STUBS.oauthClient();
      CLIENTS.add(client);
      assertThat(client.members("a-team").stream()).hasSize(1);
      assertThat(STUBS.oauthClient()).isSameAs(client);
      assertThat(STUBS.requests()).hasSize(2);
    }

    @Test
    void second() {
      assertThat(STUBS.requests()).as("requests of the other test").isEmpty();
      isClosed(CLIENTS.get(1));
      assertThatThrownBy(() -> shared.members("a-team").page(1)).hasMessageContaining("404");
      assertThat(STUBS.client()).isNotSameAs(shared);
    }

    @Nested
    class Inside {
      @Test
      void sharesTheServer() {
        assertThat(shared.members("tech-team").stream()).hasSize(250);
      }
    }

    @Nested
    class InsideToo {
      @Test
      void sharesTheServer() {
        assertThat(shared.members("tech-team").stream()).hasSize(250);
      }
    }
  }

  @Test
  void aStaticFieldIsForAllTestsOfItsClass() {
    succeed(run(InAStaticField.class), 4);
  }

  static class InAField {
    @RegisterExtension final ThriveStubs stubs = ThriveStubs.start();

    @Test
    void first() {
      use();
    }

    @Test
    void second() {
      use();
    }

    private void use() {
      USED.add(stubs);
      CLIENTS.add(stubs.client());
      assertThat(stubs.client().members("tech-team").stream()).hasSize(250);
      assertThat(stubs.requests()).hasSize(3);
    }
  }

  @Test
  void aFieldIsForOneTest() {
    succeed(run(InAField.class), 2);
    assertThat(USED).doesNotHaveDuplicates();
  }

  @Test
  void testsWithAFieldEachRunInParallel() {
    succeed(run(IN_PARALLEL, InAField.class), 2);
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InAFieldOfOneInstance extends InAField {}

  @Test
  void aFieldOfOneInstanceIsForAllTestsOfItsClass() {
    succeed(run(InAFieldOfOneInstance.class), 2);
  }

  abstract static class Base {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    @Test
    void reads() {
      USED.add(STUBS);
      assertThat(STUBS.client().members("tech-team").stream()).hasSize(250);
    }
  }

  static class One extends Base {}

  static class Other extends Base {}

  @Test
  void aBaseClassIsForAllThatExtendIt() {
    succeed(run(One.class, Other.class), 2);
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
    assertThat(USED).allSatisfy(LifecycleTest::isStopped);
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

  @Test
  void withoutJunitItRunsUntilItIsClosed() {
    ThriveStubs stubs = ThriveStubs.start();
    AudienceMembersClient client = stubs.client();
    assertThat(client.members("tech-team").stream()).hasSize(250);

    stubs.close();
    stubs.close();

    isStopped(stubs);
    isClosed(client);
    assertThatThrownBy(stubs::client).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stubs.given("team")).isInstanceOf(IllegalStateException.class);
  }
}
