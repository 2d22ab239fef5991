package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** For a configuration of Spring's that has a client as a bean. */
final class SpringScenario implements Scenario {
  private static final Map<String, Object> PROPERTIES =
      Map.of(
          "thrive.environment",
          "STAGING",
          "thrive.tenant-id",
          "eu-west-2_Quickstart",
          "thrive.api-secret",
          "quickstart-secret");

  private final String className;

  SpringScenario(String className) {
    this.className = className;
  }

  @Override
  public void run(Block block, SnippetServer server) throws Exception {
    String source = Wrapping.file(Wrapping.redirected(block.text(), server));
    Class<?> configuration = SnippetCompiler.compile("com.example." + className, source);
    AudienceMembersClient bean;
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setClassLoader(configuration.getClassLoader());
      context.getEnvironment().getPropertySources().addFirst(properties());
      context.register(configuration);
      context.refresh();
      bean = context.getBean(AudienceMembersClient.class);
      assertThat(bean.members("tech-team").stream()).hasSize(250);
    }
    assertThatThrownBy(() -> bean.members("tech-team").page(1)).hasMessage("this client is closed");
  }

  private static MapPropertySource properties() {
    return new MapPropertySource("of the test", PROPERTIES);
  }
}
