package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.thriveaudience.AudienceMembersClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs test classes with the extension as JUnit runs those of users. */
abstract class LifecycleFixture {
  static final Map<String, String> IN_PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");

  static final List<ThriveStubs> USED = new CopyOnWriteArrayList<>();
  static final List<AudienceMembersClient> CLIENTS = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    USED.clear();
    CLIENTS.clear();
  }

  static TestExecutionSummary run(Map<String, String> parameters, Class<?>... classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(classes).map(each -> selectClass(each)).toList())
            .configurationParameters(parameters)
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  static TestExecutionSummary run(Class<?>... classes) {
    return run(Map.of(), classes);
  }

  static void succeed(TestExecutionSummary summary, int tests) {
    assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    assertThat(USED).isNotEmpty().allSatisfy(LifecycleFixture::isStopped);
    assertThat(CLIENTS).allSatisfy(LifecycleFixture::isClosed);
  }

  static void isStopped(ThriveStubs stubs) {
    assertThatThrownBy(stubs::url)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("These stubs are stopped.");
  }

  static void isClosed(AudienceMembersClient client) {
    assertThatThrownBy(() -> client.members("any"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
