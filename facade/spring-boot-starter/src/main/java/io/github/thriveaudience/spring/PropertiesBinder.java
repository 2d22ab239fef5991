package io.github.thriveaudience.spring;

import java.util.function.Function;
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
    return read(
        binder ->
            binder.bindOrCreate(ThriveProperties.PREFIX, Bindable.of(ThriveProperties.class)));
  }

  /**
   * Returns whether the beans are made, by the one property that is read before all others.
   *
   * @throws ThriveConfigurationException if it cannot be read
   */
  boolean isEnabled() {
    return read(binder -> binder.bind(PropertyNames.full("enabled"), Boolean.class).orElse(true));
  }

  private <T> T read(Function<Binder, T> reading) {
    try {
      return reading.apply(Binder.get(environment, new PropertiesBindHandler()));
    } catch (RuntimeException e) {
      throw PropertiesBindHandler.ownFailure(e).orElseThrow(() -> e);
    }
  }
}
