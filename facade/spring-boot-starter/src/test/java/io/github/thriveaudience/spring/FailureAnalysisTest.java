package io.github.thriveaudience.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** What an application prints that does not start. */
class FailureAnalysisTest {
  private final StandardEnvironment environment = new StandardEnvironment();

  @Test
  void namesThePropertyItsOriginAndWhatToDo() {
    FailureAnalysis analysis = analysis(start("page-size", "1001"));

    assertThat(analysis.getDescription())
        .isEqualTo(
            "The client of the Thrive audience API cannot be made:\n\n"
                + "    thrive.audience.page-size: must be 1 to 1000, but was 1001\n\n"
                + "    It is set in \"thrive.audience.page-size\" from property source \"test\"");
    assertThat(analysis.getAction())
        .isEqualTo(
            "Correct the property. To start without the client, set"
                + " thrive.audience.enabled=false.");
  }

  @Test
  void namesNoOriginOfWhatIsNotSet() {
    assertThat(analysis(start("proxy.host", "proxy.example")).getDescription())
        .endsWith("thrive.audience.proxy.port: must be set, since there is a proxy");
  }

  /** Spring's own messages show the value of the property that cannot be read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy",
        "base-uri",
        "page-size",
        "headers",
        "token-headers",
        "scopes",
        "environment"
      })
  void showsNoValueThatCannotBeRead(String property) {
    Throwable failure = start(property, "http://user:the-password @proxy.example");

    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    FailureAnalysis analysis = analysis(failure);
    assertThat(trace + analysis.getDescription() + analysis.getAction())
        .contains("thrive.audience." + property + ": must ")
        .doesNotContain("the-password")
        .doesNotContain("the-secret");
  }

  private Throwable start(String property, String value) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setRegisterShutdownHook(false);
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "defaults",
                Map.of(
                    "thrive.audience.environment", "staging",
                    "thrive.audience.tenant-id", "eu-west-2_Quickstart",
                    "thrive.audience.api-secret", "the-secret")));
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("thrive.audience." + property, value)));
    application.setEnvironment(environment);
    return catchThrowable(() -> application.run().close());
  }

  /** The first one that Spring finds, as it does itself. */
  private FailureAnalysis analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(
            FailureAnalyzer.class,
            ArgumentResolver.of(Environment.class, environment)
                .and(BeanFactory.class, new DefaultListableBeanFactory()),
            (type, name, failed) -> {})
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(each -> each != null)
        .findFirst()
        .orElseThrow();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(ThriveAudienceAutoConfiguration.class)
  static class Application {}
}
