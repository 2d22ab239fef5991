package io.github.thriveaudience.guard.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The contract of a project: its current state, its last release, and the declared breaks between
 * the two.
 *
 * @param folder the folder {@code api-spec}
 */
public record Contract(Path folder) {

  /** The current contract. */
  public Path current() {
    return folder.resolve("openapi.yaml");
  }

  /** The contract of the last release. */
  public Path released() {
    return folder.resolve("released/openapi.yaml");
  }

  /** The declared breaks, worded as the changes are. */
  public List<String> declaredBreaks() {
    try (var lines = Files.lines(folder.resolve("released/declared-breaks.txt"))) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the declared breaks", e);
    }
  }

  /** The version of a contract. */
  public static String version(Path contract) {
    return OpenApiDocument.read(contract).root().path("info").path("version").asText();
  }

  /** All changes since the last release. */
  public List<Change> changes() {
    return ContractDiff.between(released(), current());
  }

  /** The breaking changes that are not declared. */
  public List<Change> undeclaredBreaks() {
    return undeclared(changes());
  }

  /** Those of the given changes that are breaking and not declared. */
  public List<Change> undeclared(List<Change> changes) {
    List<String> declared = declaredBreaks();
    return breaks(changes).stream()
        .filter(change -> !declared.contains(change.toString()))
        .toList();
  }

  /** The declarations that match no break. */
  public List<String> unusedDeclarations() {
    List<String> breaks = breaks(changes()).stream().map(Change::toString).toList();
    return declaredBreaks().stream().filter(declared -> !breaks.contains(declared)).toList();
  }

  private static List<Change> breaks(List<Change> changes) {
    return changes.stream().filter(change -> change.severity() == Severity.BREAKING).toList();
  }
}
