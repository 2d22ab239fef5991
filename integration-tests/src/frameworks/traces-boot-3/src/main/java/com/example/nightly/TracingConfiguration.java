package com.example.nightly;

import io.github.thriveaudience.micrometer.ObservationListener;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TracingConfiguration {
  @Bean
  ObservationListener thriveObservations(ObservationRegistry registry) {
    return ObservationListener.of(registry);
  }
}
