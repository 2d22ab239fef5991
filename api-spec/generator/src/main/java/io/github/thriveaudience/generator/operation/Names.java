package io.github.thriveaudience.generator.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Java names for names of the spec that can be anything. */
final class Names {
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  /** Feign takes methods of these names for those of Object, whatever their parameters are. */
  private static final Set<String> OF_OBJECTS = Set.of("equals", "hashCode", "toString");

  private Names() {}

  /** The name of a parameter. */
  static String parameter(String name) {
    return member(name, "parameter");
  }

  /** The name of a method. */
  static String method(String name) {
    String method = member(name, "operation");
    return OF_OBJECTS.contains(method) || method.startsWith("_")
        ? prefixed("call", method)
        : method;
  }

  /** The name of a class without its suffix. */
  static String type(String name) {
    String joined = words(name).stream().map(Names::capitalized).collect(Collectors.joining());
    return joined.isEmpty() || !Character.isJavaIdentifierStart(joined.charAt(0))
        ? "Tag" + joined
        : joined;
  }

  private static String member(String name, String otherwise) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      return otherwise;
    }
    String joined =
        decapitalized(words.get(0))
            + words.stream().skip(1).map(Names::capitalized).collect(Collectors.joining());
    boolean usable = SourceVersion.isIdentifier(joined) && !SourceVersion.isKeyword(joined);
    return usable ? joined : "_" + joined;
  }

  private static List<String> words(String name) {
    return Arrays.stream(NO_LETTER_OR_DIGIT.split(name)).filter(word -> !word.isEmpty()).toList();
  }

  private static String prefixed(String prefix, String name) {
    return prefix + capitalized(name.replace("_", ""));
  }

  private static String capitalized(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(java.util.Locale.ROOT) + word.substring(first);
  }

  /** Leaves an abbreviation as it is. */
  private static String decapitalized(String word) {
    boolean isAbbreviation =
        word.length() > 1
            && Character.isUpperCase(word.charAt(0))
            && Character.isUpperCase(word.charAt(1));
    int first = word.offsetByCodePoints(0, 1);
    return isAbbreviation
        ? word
        : word.substring(0, first).toLowerCase(java.util.Locale.ROOT) + word.substring(first);
  }
}
