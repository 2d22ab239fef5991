package io.github.thriveaudience.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which property is wrong and where it is set. Before Spring's own, which show values. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ThriveFailureAnalyzer extends AbstractFailureAnalyzer<ThriveConfigurationException> {
  private final Environment environment;

  ThriveFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ThriveConfigurationException cause) {
    return new FailureAnalysis(
        "The client of the Thrive audience API cannot be made:\n\n    "
            + cause.getMessage()
            + origin(cause.property()),
        "Correct the property. To start without the client, set "
            + PropertyNames.full("enabled")
            + "=false.",
        cause);
  }

  private String origin(String property) {
    ConfigurationPropertyName name =
        ConfigurationPropertyName.adapt(PropertyNames.full(property), '.');
    for (var source : ConfigurationPropertySources.get(environment)) {
      @Nullable Origin origin = Origin.from(source.getConfigurationProperty(name));
      if (origin != null) {
        return "\n\n    It is set in " + origin;
      }
    }
    return "";
  }
}
