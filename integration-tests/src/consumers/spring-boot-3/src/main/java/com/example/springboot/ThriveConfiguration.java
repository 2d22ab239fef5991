package com.example.springboot;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThriveProperties.class)
class ThriveConfiguration {

  @Bean(destroyMethod = "close")
  AudienceMembersClient thrive(ThriveProperties settings, MeterRegistry registry) {
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder()
            .environment(settings.environment())
            .credentials(Credentials.basic(settings.tenantId(), settings.apiSecret()))
            .pageSize(settings.pageSize())
            .callTimeout(settings.callTimeout())
            .addListener(MicrometerListener.of(registry));
    if (settings.baseUri() != null) {
      builder.baseUri(settings.baseUri());
    }
    return builder.build();
  }
}
