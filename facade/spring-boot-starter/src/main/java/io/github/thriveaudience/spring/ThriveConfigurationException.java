package io.github.thriveaudience.spring;

import org.jspecify.annotations.Nullable;

/**
 * A property is missing, malformed or contradicts another. The message has no value of a secret.
 */
final class ThriveConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String property;

  /**
   * Names a property.
   *
   * @param property without the prefix, such as {@code page-size}
   * @param rule what holds for the property, such as {@code must be set}
   */
  ThriveConfigurationException(String property, String rule) {
    this(property, PropertyNames.full(property) + ": " + rule, null);
  }

  ThriveConfigurationException(String property, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.property = property;
  }

  /** The property that the message begins with, without the prefix. */
  String property() {
    return property;
  }
}
