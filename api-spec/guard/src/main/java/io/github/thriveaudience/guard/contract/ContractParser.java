package io.github.thriveaudience.guard.contract;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Refuses what the generator could not read. */
final class ContractParser {
  /**
   * The parser logs the problems that it also returns. A static reference, since loggers are weakly
   * referenced and would lose their level.
   */
  private static final Logger PARSER = Logger.getLogger("io.swagger");

  static {
    PARSER.setLevel(Level.OFF);
  }

  private ContractParser() {}

  /**
   * Checks a contract and the files that it refers to.
   *
   * @throws IllegalArgumentException if it is not valid; the message lists the problems
   */
  static void requireValid(Path file) {
    if (!Files.isRegularFile(file)) {
      throw invalid(file, List.of("there is no such file"));
    }
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readLocation(file.toUri().toString(), List.of(), options);
    List<String> problems =
        Stream.ofNullable(result.getMessages())
            .flatMap(List::stream)
            // The parser looks for some in the wrong folder. ContractFiles finds those that are
            // missing.
            .filter(problem -> !problem.startsWith("Unable to load RELATIVE ref"))
            .toList();
    if (result.getOpenAPI() == null || !problems.isEmpty()) {
      throw invalid(file, problems);
    }
  }

  static IllegalArgumentException invalid(Path file, List<String> problems) {
    return new IllegalArgumentException(
        file.getFileName() + " is not a valid contract: " + String.join("; ", problems));
  }
}
