package io.github.thriveaudience.generator;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Makes Java names of any text. */
final class Words {
  private Words() {}

  /** The first letter of each word is a capital, as in {@code UserId} for {@code user-id}. */
  static String capitalized(String text) {
    StringBuilder name = new StringBuilder();
    boolean isStart = true;
    for (int index = 0; index < text.length(); ) {
      int letter = text.codePointAt(index);
      index += Character.charCount(letter);
      boolean isPart = isPart(letter);
      if (isPart) {
        name.appendCodePoint(isStart ? Character.toTitleCase(letter) : letter);
      }
      isStart = !isPart;
    }
    return name.toString();
  }

  /**
   * The first letter is small, as in {@code userId} for {@code user-id}. A name of capitals alone
   * stays.
   */
  static String uncapitalized(String text) {
    if (text.matches("[A-Z][A-Z0-9_]*")) {
      return text;
    }
    String name = capitalized(text);
    if (name.isEmpty()) {
      return name;
    }
    int first = Math.max(name.offsetByCodePoints(0, 1), acronym(name));
    return name.substring(0, first).toLowerCase(Locale.ROOT) + name.substring(first);
  }

  /** The length of the capitals in front of a word, as in {@code URLPath}. */
  private static int acronym(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    return capitals == name.length() ? capitals : capitals - 1;
  }

  /** As in {@code USER_ID} for {@code user-id} and {@code userId}. */
  static String constant(String text) {
    StringBuilder name = new StringBuilder();
    int last = ' ';
    for (int letter : text.codePoints().toArray()) {
      boolean isNewWord =
          Character.isUpperCase(letter) && (Character.isLowerCase(last) || Character.isDigit(last));
      if (!isPart(letter) || isNewWord) {
        name.append('_');
      }
      if (isPart(letter)) {
        name.appendCodePoint(letter);
      }
      last = letter;
    }
    return name.toString().replaceAll("_+", "_").replaceAll("^_|_$", "").toUpperCase(Locale.ROOT);
  }

  /** Letters and digits; not those that a Java name can have and nobody can see. */
  private static boolean isPart(int letter) {
    return Character.isLetterOrDigit(letter) && Character.isUnicodeIdentifierPart(letter);
  }

  /** A valid Java name that is not taken, nor one that the language or the templates need. */
  static String free(String wanted, String otherwise, Set<String> reserved, Set<String> taken) {
    String valid = wanted.isEmpty() ? otherwise : wanted;
    if (!Character.isJavaIdentifierStart(valid.codePointAt(0))) {
      valid = "_" + valid;
    }
    if (!SourceVersion.isName(valid, SourceVersion.RELEASE_17) || reserved.contains(valid)) {
      valid += "_";
    }
    String name = valid;
    for (int more = 2; !taken.add(name); more++) {
      name = valid + "_" + more;
    }
    return name;
  }
}
