package io.github.thriveaudience.spring;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.github.thriveaudience.micrometer.ObservationListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * The beans of the client, if any property {@code thrive.audience.*} is set, and {@code
 * thrive.audience.enabled} is not {@code false}:
 *
 * <ul>
 *   <li>an {@link AudienceMembersClient}, which is closed with the context
 *   <li>a prototype of its {@link AudienceMembersClient.Builder}, which reads the properties anew
 *       each time: for further clients, and for beans in a scope
 *   <li>if {@code thrive.audience.client-id} is set, {@link AccessTokens}, which are made when a
 *       bean needs them, and closed with the context
 * </ul>
 *
 * <p>Each backs off when the application has its own. All beans of the type {@link ClientListener}
 * are notified. Where there is a {@code MeterRegistry}, so is a {@link MicrometerListener}, and
 * where there is an {@code ObservationRegistry}, an {@link ObservationListener}, unless the
 * application has one.
 */
@AutoConfiguration
@Conditional(PropertiesCondition.class)
@EnableConfigurationProperties(ThriveProperties.class)
public final class ThriveAudienceAutoConfiguration {

  /** For Spring. */
  ThriveAudienceAutoConfiguration() {}

  /** Static, since it is needed before any other bean. */
  @Bean
  static ConfigurationPropertiesBindHandlerAdvisor thriveAudienceBindHandlerAdvisor() {
    return PropertiesBindHandler::new;
  }

  @Bean
  ClientBuilders thriveAudienceClientBuilders(
      Environment environment,
      BeanFactory beans,
      ObjectProvider<ClientListener> listeners,
      ObjectProvider<DefaultListener> defaults,
      ObjectProvider<ThriveClientCustomizer> customizers) {
    return new ClientBuilders(
        new PropertiesBinder(environment), beans, listeners, defaults, customizers);
  }

  @Bean
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  @ConditionalOnMissingBean
  AudienceMembersClient.Builder thriveAudienceClientBuilder(ClientBuilders builders) {
    return builders.clientBuilder();
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  AudienceMembersClient thriveAudienceClient(AudienceMembersClient.Builder builder) {
    return ClientBuilders.built(builder::build);
  }

  /** Lazy, since few applications need them: the client requests its own. */
  @Lazy
  @Bean(destroyMethod = "close")
  @Conditional(OAuth2Condition.class)
  @ConditionalOnMissingBean
  AccessTokens thriveAudienceAccessTokens(ClientBuilders builders) {
    return builders.accessTokens();
  }

  /** Apart, since Micrometer is optional. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({ObservationRegistry.class, Timer.class})
  static class Observations {

    @Bean
    DefaultListener thriveAudienceObservations(ObjectProvider<ObservationRegistry> registry) {
      return own ->
          own.stream().anyMatch(ObservationListener.class::isInstance)
              ? Optional.empty()
              : Optional.ofNullable(registry.getIfUnique()).map(ObservationListener::of);
    }
  }

  /** Apart, since Micrometer is optional. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class Meters {

    @Bean
    DefaultListener thriveAudienceMeters(ObjectProvider<MeterRegistry> registry) {
      return own ->
          own.stream().anyMatch(MicrometerListener.class::isInstance)
              ? Optional.empty()
              : Optional.ofNullable(registry.getIfUnique()).map(MicrometerListener::of);
    }
  }
}
