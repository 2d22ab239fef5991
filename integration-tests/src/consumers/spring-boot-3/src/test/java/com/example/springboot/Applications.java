package com.example.springboot;

import io.github.thriveaudience.spring.ThriveAudienceAutoConfiguration;
import io.github.thriveaudience.spring.ThriveAudienceSanitizingAutoConfiguration;
import io.github.thriveaudience.testing.ThriveStubs;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications with a client of the stubs, and nothing else. */
final class Applications {
  private Applications() {}

  static ApplicationContextRunner of(ThriveStubs stubs) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ThriveAudienceAutoConfiguration.class,
                ThriveAudienceSanitizingAutoConfiguration.class,
                SslAutoConfiguration.class))
        .withPropertyValues(
            "thrive.audience.base-uri=" + stubs.url(),
            "thrive.audience.tenant-id=" + ThriveStubs.TENANT_ID,
            "thrive.audience.api-secret=" + ThriveStubs.API_SECRET);
  }
}
