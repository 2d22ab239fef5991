package io.github.thriveaudience.spring;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.event.ClientListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Makes builders from the properties and the application's beans, as they are by then. */
final class ClientBuilders {
  private final PropertiesBinder binder;
  private final BeanFactory beans;
  private final ObjectProvider<ClientListener> listeners;
  private final ObjectProvider<DefaultListener> defaults;
  private final ObjectProvider<ThriveClientCustomizer> customizers;

  ClientBuilders(
      PropertiesBinder binder,
      BeanFactory beans,
      ObjectProvider<ClientListener> listeners,
      ObjectProvider<DefaultListener> defaults,
      ObjectProvider<ThriveClientCustomizer> customizers) {
    this.binder = binder;
    this.beans = beans;
    this.listeners = listeners;
    this.defaults = defaults;
    this.customizers = customizers;
  }

  AudienceMembersClient.Builder clientBuilder() {
    AudienceMembersClient.Builder builder = AudienceMembersClient.builder();
    settings(binder.properties()).applyTo(builder);
    allListeners().forEach(builder::addListener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder;
  }

  AccessTokens accessTokens() {
    ThriveProperties properties = binder.properties();
    AccessTokens.Builder builder = AccessTokens.builder(properties.accessTokens().service());
    settings(properties).applyTo(builder);
    allListeners().forEach(builder::addListener);
    return built(builder::build);
  }

  /** Names the properties where settings contradict each other. */
  static <T> T built(Supplier<T> build) {
    try {
      return build.get();
    } catch (IllegalStateException e) {
      throw "credentials must be set".equals(e.getMessage())
          ? new ThriveConfigurationException(
              "tenant-id", "must be set, with api-secret, or with client-id and client-secret")
          : PropertyNames.translate("environment", e);
    }
  }

  private BuilderSettings settings(ThriveProperties properties) {
    return new BuilderSettings(properties, new NamedBeans(beans));
  }

  private Stream<ClientListener> allListeners() {
    List<ClientListener> own = listeners.orderedStream().toList();
    return Stream.concat(
        own.stream(),
        defaults.orderedStream().map(each -> each.beside(own)).flatMap(Optional::stream));
  }
}
