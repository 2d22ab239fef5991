package io.github.thriveaudience.spring;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in the names of properties what the client says in those of its builder. */
final class PropertyNames {
  /** At the beginning of a message, since they are words of English, too. */
  private static final Pattern FIRST_WORD =
      Pattern.compile("^(environment|credentials|proxy)\\b( host| port| user| password)?");

  private static final Pattern CAMEL_CASE = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]+)+\\b");
  private static final Pattern RULE = Pattern.compile("(?s)(\\S+) ((?:must|is|has) .*)");
  private static final Map<String, String> OTHERS = Map.of("ssl-context", "ssl.bundle");
  private static final Set<String> KNOWN =
      Arrays.stream(ThriveProperties.class.getRecordComponents())
          .map(RecordComponent::getName)
          .map(PropertyNames::kebabCase)
          .collect(Collectors.toUnmodifiableSet());

  private PropertyNames() {}

  static String full(String property) {
    return ThriveProperties.PREFIX + '.' + property;
  }

  /**
   * Names the property that a setting is for.
   *
   * @param property the property that was passed on, or a guess
   * @param refusal of a setter, a factory of credentials or {@code build()}
   */
  static ThriveConfigurationException translate(String property, RuntimeException refusal) {
    String message = inProperties(String.valueOf(refusal.getMessage()));
    Matcher rule = RULE.matcher(message);
    if (rule.matches() && rule.group(1).startsWith(ThriveProperties.PREFIX + '.')) {
      String named = rule.group(1).substring(ThriveProperties.PREFIX.length() + 1);
      return new ThriveConfigurationException(named, rule.group(2));
    }
    return message.contains(ThriveProperties.PREFIX + '.')
        ? new ThriveConfigurationException(property, message, null)
        : new ThriveConfigurationException(property, message);
  }

  private static String inProperties(String message) {
    String first =
        FIRST_WORD.matcher(message).replaceFirst(match -> full(match.group().replace(' ', '.')));
    return CAMEL_CASE.matcher(first).replaceAll(match -> property(match.group()));
  }

  private static String property(String word) {
    String kebab = kebabCase(word);
    String name = OTHERS.getOrDefault(kebab, kebab);
    return KNOWN.contains(kebab) || OTHERS.containsKey(kebab) ? full(name) : word;
  }

  /** Spring's canonical form. */
  static String kebabCase(String camelCase) {
    return camelCase.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
