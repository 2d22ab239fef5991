package io.github.thriveaudience.spring;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads the properties anew each time: a scope such as {@code @RefreshScope} makes its next client
 * from the environment as it is by then.
 */
final class PropertiesBinder {
  private final Environment environment;

  PropertiesBinder(Environment environment) {
    this.environment = environment;
  }

  /**
   * Returns the properties of now.
   *
   * @throws ThriveConfigurationException if one cannot be read
   */
  ThriveProperties properties() {
    try {
      return Binder.get(environment, new PropertiesBindHandler())
          .bindOrCreate(ThriveProperties.PREFIX, Bindable.of(ThriveProperties.class));
    } catch (RuntimeException e) {
      throw PropertiesBindHandler.ownFailure(e).orElseThrow(() -> e);
    }
  }
}
