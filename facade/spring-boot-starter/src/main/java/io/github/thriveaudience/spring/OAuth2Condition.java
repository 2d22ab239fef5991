package io.github.thriveaudience.spring;

import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether the properties have a Client ID. */
final class OAuth2Condition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    String property = PropertyNames.full("client-id");
    ConditionMessage.Builder message = ConditionMessage.forCondition("Thrive audience OAuth");
    Binder binder = Binder.get(context.getEnvironment());
    return Stream.of(property, property + "-file")
            .map(each -> binder.bind(each, String.class).orElse(null))
            .anyMatch(StringUtils::hasText)
        ? ConditionOutcome.match(message.because(property + " is set"))
        : ConditionOutcome.noMatch(message.because(property + " is not set"));
  }
}
