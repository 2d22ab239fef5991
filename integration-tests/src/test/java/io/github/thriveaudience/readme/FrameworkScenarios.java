package io.github.thriveaudience.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.spring.ThriveAudienceAutoConfiguration;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** What a framework makes of a snippet. */
final class FrameworkScenarios {
  private FrameworkScenarios() {}

  /** The configuration has what the starter's client uses, and Spring closes the client. */
  static void springBean(Class<?> configuration, SnippetServer server) throws IOException {
    Map<String, Object> properties = new HashMap<>();
    properties.put("THRIVE_TENANT_ID", ThriveStubs.TENANT_ID);
    properties.put("THRIVE_API_SECRET", ThriveStubs.API_SECRET);
    properties.put("thrive.audience.base-uri", server.baseUri());
    AudienceMembersClient bean;
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setClassLoader(configuration.getClassLoader());
      var sources = context.getEnvironment().getPropertySources();
      sources.addFirst(new MapPropertySource("of the test", properties));
      sources.addLast(yaml());
      context.register(configuration, ThriveAudienceAutoConfiguration.class);
      context.refresh();
      bean = context.getBean(AudienceMembersClient.class);
      assertThat(bean.members("tech-team").stream()).hasSize(250);
      assertThat(bean.members("tech-team").toString()).contains("STAGING");
    }
    assertThatThrownBy(() -> bean.members("tech-team").page(1)).hasMessage("this client is closed");
  }

  /** The properties that the facade's README shows. */
  private static PropertySource<?> yaml() throws IOException {
    Block block =
        Markdown.read(Documents.FACADE)
            .blocks("yaml")
            .filter(each -> each.name().startsWith("Spring Boot,"))
            .findFirst()
            .orElseThrow();
    assertThat(block.text().strip()).hasLineCount(5);
    var resource = new ByteArrayResource(block.text().getBytes(UTF_8));
    return new YamlPropertySourceLoader().load("of the README", resource).get(0);
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
