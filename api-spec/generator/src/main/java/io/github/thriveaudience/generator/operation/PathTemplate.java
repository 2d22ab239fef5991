package io.github.thriveaudience.generator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path of the spec with its parameters in braces. */
record PathTemplate(String path) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)\\}");

  /** The names of the parameters. */
  List<String> names() {
    return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
  }

  /**
   * Refuses what Feign would not send.
   *
   * @throws Refusal if the path has a fragment, or a query with parameters
   */
  void check() {
    if (path.contains("#")) {
      throw new Refusal("a fragment in a path is never sent", "a path without #");
    }
    int query = path.indexOf('?');
    if (query >= 0 && !path.substring(query + 1).matches("[^={}&]+=[^{}&]+(&[^={}&]+=[^{}&]+)*")) {
      throw new Refusal("a query in a path that is more than names with values", "in: query");
    }
    if (PARAMETER.matcher(path).replaceAll("").matches(".*[{}].*")) {
      throw new Refusal("a brace in a path that belongs to no parameter", "%7B and %7D");
    }
  }

  /** The path with what Feign takes for its parameters, and a query. */
  String filled(Map<String, String> templates, List<String> query) {
    StringBuilder filled = new StringBuilder();
    Matcher parameters = PARAMETER.matcher(path);
    while (parameters.find()) {
      String template = templates.getOrDefault(parameters.group(1), parameters.group());
      parameters.appendReplacement(filled, Matcher.quoteReplacement(template));
    }
    parameters.appendTail(filled);
    List<String> parts = new ArrayList<>(query);
    if (!parts.isEmpty()) {
      filled.append(path.contains("?") ? "&" : "?").append(String.join("&", parts));
    }
    return filled.toString();
  }
}
