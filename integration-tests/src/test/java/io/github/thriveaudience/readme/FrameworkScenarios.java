package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.thriveaudience.AudienceMembersClient;
import java.util.Map;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a framework makes of a snippet. */
final class FrameworkScenarios {
  private static final Map<String, Object> PROPERTIES =
      Map.of(
          "thrive.environment",
          "STAGING",
          "thrive.tenant-id",
          "eu-west-2_Quickstart",
          "thrive.api-secret",
          "quickstart-secret");

  private FrameworkScenarios() {}

  /** The configuration makes a client, and Spring closes it. */
  static void springBean(Class<?> configuration, SnippetServer server) {
    AudienceMembersClient bean;
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setClassLoader(configuration.getClassLoader());
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("of the test", PROPERTIES));
      context.register(configuration);
      context.refresh();
      bean = context.getBean(AudienceMembersClient.class);
      assertThat(bean.members("tech-team").stream()).hasSize(250);
    }
    assertThatThrownBy(() -> bean.members("tech-team").page(1)).hasMessage("this client is closed");
  }

  /** The one test of the class passes. */
  static void junitTest(Class<?> type, SnippetServer server) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build(),
            listener);
    assertThat(listener.getSummary().getFailures())
        .allSatisfy(failure -> assertThat(failure.getException()).isNull());
    assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(1);
  }
}
