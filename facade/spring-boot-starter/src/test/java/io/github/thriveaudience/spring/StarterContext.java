package io.github.thriveaudience.spring;

import io.github.thriveaudience.testing.ThriveStubs;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Contexts with the starter. */
final class StarterContext {
  private StarterContext() {}

  /** Without any property. */
  static ApplicationContextRunner empty() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ThriveAudienceAutoConfiguration.class,
                ThriveAudienceSanitizingAutoConfiguration.class,
                SslAutoConfiguration.class));
  }

  /** With HTTP Basic, for the stubs. */
  static ApplicationContextRunner basic(ThriveStubs stubs) {
    return empty()
        .withPropertyValues(
            "thrive.audience.base-uri=" + stubs.url(),
            "thrive.audience.tenant-id=" + ThriveStubs.TENANT_ID,
            "thrive.audience.api-secret=" + ThriveStubs.API_SECRET);
  }

  /** With OAuth, for the stubs. */
  static ApplicationContextRunner oauth(ThriveStubs stubs) {
    return empty()
        .withPropertyValues(
            "thrive.audience.base-uri=" + stubs.url(),
            "thrive.audience.token-uri=" + stubs.tokenUrl(),
            "thrive.audience.tenant-id=" + ThriveStubs.TENANT_ID,
            "thrive.audience.client-id=" + ThriveStubs.CLIENT_ID,
            "thrive.audience.client-secret=" + ThriveStubs.CLIENT_SECRET);
  }

  /** With properties that no request is sent with. */
  static ApplicationContextRunner with(String... properties) {
    return empty()
        .withPropertyValues(
            Stream.of(properties).map(each -> "thrive.audience." + each).toArray(String[]::new));
  }

  /** With an environment, Basic credentials and these properties. */
  static ApplicationContextRunner configured(String... properties) {
    return with("environment=staging", "tenant-id=eu-west-2_Quickstart", "api-secret=the-secret")
        .withPropertyValues(
            Stream.of(properties).map(each -> "thrive.audience." + each).toArray(String[]::new));
  }
}
