package com.example.quarkus;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class ThriveProducer {

  @Startup
  @Produces
  @ApplicationScoped
  AudienceMembersClient thrive(
      @ConfigProperty(name = "thrive.environment") ThriveEnvironment environment,
      @ConfigProperty(name = "thrive.tenant-id") String tenantId,
      @ConfigProperty(name = "thrive.api-secret") String apiSecret,
      @ConfigProperty(name = "thrive.base-uri") Optional<URI> baseUri, // for tests
      MeterRegistry registry) {
    var builder =
        AudienceMembersClient.builder()
            .environment(environment)
            .credentials(Credentials.basic(tenantId, apiSecret))
            .addListener(MicrometerListener.of(registry));
    baseUri.ifPresent(builder::baseUri);
    return builder.build();
  }

  void close(@Disposes AudienceMembersClient thrive) {
    thrive.close();
  }
}
