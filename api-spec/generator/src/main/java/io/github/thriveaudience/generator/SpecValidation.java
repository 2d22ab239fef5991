package io.github.thriveaudience.generator;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * Validates a spec as openapi-generator does, but for the names of schemas: those of other scripts
 * are as good as English ones.
 */
final class SpecValidation {
  private static final String NAMES = "doesn't adhere to regular expression";

  private SpecValidation() {}

  /**
   * Takes a result of a spec that is valid.
   *
   * @throws SpecException if it is not, or if nothing right can be generated of it, which is said
   *     first since it is said better
   */
  static <T> T checked(String spec, Supplier<T> result) {
    YamlTruth.check(spec);
    T checked;
    try {
      checked = result.get();
    } catch (SpecException e) {
      throw e;
    } catch (RuntimeException e) {
      check(spec);
      throw e;
    }
    check(spec);
    return checked;
  }

  /** Parses a spec once more, since the generator does not hand over what the parser finds. */
  private static void check(String spec) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIParser().readLocation(spec, null, options);
    List<String> messages = result.getMessages();
    List<String> problems =
        messages == null
            ? List.of()
            : messages.stream().filter(one -> !one.contains(NAMES)).sorted().toList();
    if (!problems.isEmpty()) {
      throw new SpecException(
          spec,
          "the parser finds " + String.join("; ", problems) + ".",
          "Write what the OpenAPI Specification says.");
    }
  }
}
