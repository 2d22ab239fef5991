package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ThriveConfigurationTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(ThriveConfiguration.class)
          .withBean(SimpleMeterRegistry.class)
          .withPropertyValues(
              "thrive.base-uri=http://127.0.0.1/where-nobody-listens",
              "thrive.tenant-id=eu-west-2_Quickstart",
              "thrive.api-secret=quickstart-secret");

  @Test
  void closesTheClientWithTheApplication() {
    AtomicReference<Members> members = new AtomicReference<>();

    application.run(
        context -> members.set(context.getBean(AudienceMembersClient.class).members("tech-team")));

    assertThatThrownBy(() -> members.get().page(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void namesWhatIsMissing() {
    application
        .withPropertyValues("thrive.api-secret=")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(BindValidationException.class)
                    .hasMessageContaining("apiSecret")
                    .hasMessageContaining("must not be blank"));
  }

  @Test
  void namesWhatIsOutOfRange() {
    application
        .withPropertyValues("thrive.page-size=1001")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(BindValidationException.class)
                    .hasMessageContaining("pageSize"));
  }

  @Test
  void neverShowsTheSecret() {
    application.run(
        context ->
            assertThat(context.getBean(ThriveProperties.class).toString())
                .contains("eu-west-2_Quickstart")
                .doesNotContain("quickstart-secret"));
  }
}
