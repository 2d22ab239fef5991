package com.example.micronaut;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import java.net.URI;

@Factory
class ThriveFactory {

  @Context
  @Bean(preDestroy = "close")
  AudienceMembersClient thrive(
      @Property(name = "thrive.environment") ThriveEnvironment environment,
      @Property(name = "thrive.tenant-id") String tenantId,
      @Property(name = "thrive.api-secret") String apiSecret,
      @Nullable @Property(name = "thrive.base-uri") URI baseUri, // for tests
      MeterRegistry registry) {
    var builder =
        AudienceMembersClient.builder()
            .environment(environment)
            .credentials(Credentials.basic(tenantId, apiSecret))
            .addListener(MicrometerListener.of(registry));
    return baseUri == null ? builder.build() : builder.baseUri(baseUri).build();
  }
}
