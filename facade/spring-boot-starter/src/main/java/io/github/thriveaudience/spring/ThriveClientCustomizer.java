package io.github.thriveaudience.spring;

import io.github.thriveaudience.AudienceMembersClient;

/**
 * Changes the builder of the client: a bean of this type sets what no property can.
 *
 * <pre>{@code
 * @Bean
 * ThriveClientCustomizer auditing(Auditor auditor) {
 *   return builder -> builder.addListener(auditor);
 * }
 * }</pre>
 *
 * <p>Customizers are called each time a builder is made: after the properties and the listeners, so
 * that they have the last word, in the order that {@code @Order} or {@code Ordered} gives them. An
 * exception that one throws is thrown to whoever asked for the bean.
 */
@FunctionalInterface
public interface ThriveClientCustomizer {

  /**
   * Changes the builder.
   *
   * @param builder with the settings of the properties
   */
  void customize(AudienceMembersClient.Builder builder);
}
