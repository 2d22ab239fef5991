package io.github.thriveaudience.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.unit.DataSize;

/**
 * Says what is wrong with a property that cannot be read, without its value: Spring's own message
 * would show it, and {@code proxy=http://user:password@host} has a password.
 */
final class PropertiesBindHandler extends AbstractBindHandler {
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(ThriveProperties.PREFIX);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}]+}");
  private static final Set<String> SECRETS =
      Set.of("api-secret", "client-secret", "proxy.password");
  private static final Map<Class<?>, String> EXAMPLES =
      Map.of(
          Boolean.class, "true or false",
          Integer.class, "a whole number",
          Double.class, "a number",
          URI.class, "an address such as https://api.example.com",
          Path.class, "the path of a file",
          Duration.class, "a duration such as 30s or 2m",
          DataSize.class, "a size such as 16MB");

  PropertiesBindHandler() {}

  PropertiesBindHandler(BindHandler parent) {
    super(parent);
  }

  /**
   * A blank property counts as not set, such as one from {@code ${PROXY_HOST:}}. Spring leaves a
   * placeholder as it is where it finds no value for it.
   */
  @Override
  public @Nullable Object onSuccess(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
    if (isOurs(name) && result instanceof String text) {
      if (text.isBlank() && !name.isLastElementIndexed()) {
        return null;
      }
      unresolvedIn(name, text)
          .ifPresent(
              placeholder -> {
                throw unresolved(name, placeholder);
              });
    }
    return super.onSuccess(name, target, context, result);
  }

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
      throws Exception {
    if (!isOurs(name)) {
      return super.onFailure(name, target, context, error);
    }
    if (ownFailure(error).isPresent()) {
      throw error;
    }
    ConfigurationProperty property = context.getConfigurationProperty();
    String text = property == null ? null : String.valueOf(property.getValue());
    if (text != null && text.isBlank()) {
      return null;
    }
    throw text != null && PLACEHOLDER.matcher(text).matches()
        ? unresolved(name, text)
        : new ThriveConfigurationException(withoutPrefix(name), "must be " + expected(target));
  }

  /** A secret may happen to have a part that looks like a placeholder, which no message shows. */
  private static Optional<String> unresolvedIn(ConfigurationPropertyName name, String text) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    boolean found =
        SECRETS.contains(withoutPrefix(name)) ? placeholder.matches() : placeholder.find();
    return found ? Optional.of(placeholder.group()) : Optional.empty();
  }

  /** The failure of a property in what Spring throws around it. */
  static Optional<ThriveConfigurationException> ownFailure(Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .filter(ThriveConfigurationException.class::isInstance)
        .map(ThriveConfigurationException.class::cast)
        .findFirst();
  }

  private static ThriveConfigurationException unresolved(
      ConfigurationPropertyName name, String placeholder) {
    return new ThriveConfigurationException(
        withoutPrefix(name), "refers to " + placeholder + ", which is not set");
  }

  private static boolean isOurs(ConfigurationPropertyName name) {
    return PREFIX.isAncestorOf(name);
  }

  private static String withoutPrefix(ConfigurationPropertyName name) {
    return name.subName(PREFIX.getNumberOfElements()).toString();
  }

  private static String expected(Bindable<?> target) {
    Class<?> type = target.getType().resolve(Object.class);
    Class<?> element = target.getType().asCollection().resolveGeneric();
    if (type.isEnum()) {
      return "one of " + constants(type);
    }
    if (element != null && element.isEnum()) {
      return "a list of these: " + constants(element);
    }
    Class<?> boxed = target.getBoxedType().resolve(Object.class);
    return EXAMPLES.getOrDefault(boxed, "set by the properties below it, not by one value");
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}
