package io.github.thriveaudience.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether any property of the prefix is set, and {@code enabled} does not say otherwise. An
 * application that merely has the starter starts; one that forgot a property is told which.
 */
final class PropertiesCondition extends SpringBootCondition {
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(ThriveProperties.PREFIX);

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("Thrive audience properties");
    for (ConfigurationPropertySource source :
        ConfigurationPropertySources.get(context.getEnvironment())) {
      if (source.containsDescendantOf(PREFIX) == ConfigurationPropertyState.PRESENT) {
        return new PropertiesBinder(context.getEnvironment()).isEnabled()
            ? ConditionOutcome.match(message.because("are set"))
            : ConditionOutcome.noMatch(
                message.because(PropertyNames.full("enabled") + " is false"));
      }
    }
    return ConditionOutcome.noMatch(
        message.because("are not set: there is no " + ThriveProperties.PREFIX + ".*"));
  }
}
