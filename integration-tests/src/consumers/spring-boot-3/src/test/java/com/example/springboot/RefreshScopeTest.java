package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.testing.ThriveStubs;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A new secret, and a new client with it. */
class RefreshScopeTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  private final ApplicationContextRunner application =
      Applications.of(STUBS)
          .withConfiguration(AutoConfigurations.of(RefreshAutoConfiguration.class))
          .withUserConfiguration(Refreshed.class);

  @Test
  void makesAClientWithTheNewSecret() {
    application
        .withPropertyValues("thrive.audience.api-secret=of-yesterday")
        .run(
            context -> {
              AudienceMembersClient thrive = context.getBean(AudienceMembersClient.class);
              assertThatThrownBy(() -> thrive.members("tech-team").page(1))
                  .isInstanceOf(UnauthorizedException.class);

              refresh(context, "thrive.audience.api-secret=" + ThriveStubs.API_SECRET);

              assertThat(thrive.members("tech-team").stream()).hasSize(250);
            });
  }

  @Test
  void closesTheOldClientWithItsListings() {
    application
        .withPropertyValues("thrive.audience.page-size=1")
        .run(
            context -> {
              AudienceMembersClient thrive = context.getBean(AudienceMembersClient.class);
              Iterator<AudienceMember> inFlight = thrive.members("tech-team").iterator();
              inFlight.next();

              refresh(context, "thrive.audience.page-size=1000");

              assertThatThrownBy(() -> inFlight.forEachRemaining(member -> {}))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessage("this client is closed");
              assertThat(thrive.members("tech-team").stream()).hasSize(250);
            });
  }

  private static void refresh(ConfigurableApplicationContext context, String property) {
    TestPropertyValues.of(property).applyTo(context);
    context
        .getBean(org.springframework.cloud.context.scope.refresh.RefreshScope.class)
        .refreshAll();
  }

  @Configuration(proxyBeanMethods = false)
  static class Refreshed {
    @Bean
    @RefreshScope
    AudienceMembersClient thrive(AudienceMembersClient.Builder builder) {
      return builder.build();
    }
  }
}
