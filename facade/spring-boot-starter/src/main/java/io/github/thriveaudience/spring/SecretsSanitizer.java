package io.github.thriveaudience.spring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Masks the secrets by the names of their properties; and by their values, since they are also
 * where a placeholder took them from, and in the command line.
 */
final class SecretsSanitizer implements SanitizingFunction {
  /** In any form: {@code thrive.audience.apiSecret}, {@code THRIVE_AUDIENCE_APISECRET}. */
  private static final Pattern NAME =
      Pattern.compile(
          "thriveaudience(apisecret|clientsecret|proxypassword|headers.*|tokenheaders.*)"
              + "|thrive(api|client)secret");

  private static final List<String> SECRETS =
      List.of("api-secret", "client-secret", "proxy.password");
  private static final List<String> MAPS = List.of("headers", "token-headers");

  /** A shorter one may be a part of anything. */
  private static final int MIN_LENGTH_WITHIN = 8;

  private final Environment environment;

  SecretsSanitizer(Environment environment) {
    this.environment = environment;
  }

  @Override
  public SanitizableData apply(SanitizableData data) {
    Object value = data.getValue();
    return value == null || !(isNamed(data.getKey()) || hasSecret(value.toString()))
        ? data
        : data.withValue(SanitizableData.SANITIZED_VALUE);
  }

  private static boolean isNamed(String key) {
    String canonical = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return NAME.matcher(canonical).matches();
  }

  private boolean hasSecret(String value) {
    Binder binder = Binder.get(environment);
    Stream<String> headers = MAPS.stream().flatMap(map -> longValues(binder, map));
    return SECRETS.stream()
            .flatMap(property -> bound(binder, property, Bindable.of(String.class)).stream())
            .anyMatch(secret -> isIn(secret, value))
        || headers.anyMatch(value::contains);
  }

  private static boolean isIn(String secret, String value) {
    return value.equals(secret) || (secret.length() >= MIN_LENGTH_WITHIN && value.contains(secret));
  }

  /** A short value of a header may be no secret, such as {@code true}. */
  private static Stream<String> longValues(Binder binder, String map) {
    return bound(binder, map, Bindable.mapOf(String.class, String.class))
        .orElseGet(Map::of)
        .values()
        .stream()
        .filter(value -> value.length() >= MIN_LENGTH_WITHIN);
  }

  /** Empty also if it cannot be read: there is no client then. */
  private static <T> Optional<T> bound(Binder binder, String property, Bindable<T> type) {
    try {
      return Optional.ofNullable(binder.bind(PropertyNames.full(property), type).orElse(null));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
