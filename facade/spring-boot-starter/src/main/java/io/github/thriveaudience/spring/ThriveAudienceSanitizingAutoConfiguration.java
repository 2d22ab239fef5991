package io.github.thriveaudience.spring;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Keeps the secrets out of the actuator's endpoints, even where these show all values. Apart from
 * the client's beans, since the secrets are there without them, too.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ThriveAudienceSanitizingAutoConfiguration {

  /** For Spring. */
  ThriveAudienceSanitizingAutoConfiguration() {}

  @Bean
  SanitizingFunction thriveAudienceSanitizingFunction(Environment environment) {
    return new SecretsSanitizer(environment);
  }
}
