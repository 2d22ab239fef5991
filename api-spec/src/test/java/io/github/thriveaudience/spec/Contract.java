package io.github.thriveaudience.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The contract of a project: as it is, as it was last released, and which breaks between the two
 * are meant.
 *
 * @param folder the folder {@code api-spec}
 */
public record Contract(Path folder) {

  /** The contract as it is. */
  public Path current() {
    return folder.resolve("openapi.yaml");
  }

  /** The contract as it was last released. */
  public Path released() {
    return folder.resolve("released/openapi.yaml");
  }

  /** The breaks that are declared, in the words in which they are found. */
  public List<String> declaredBreaks() {
    try (var lines = Files.lines(folder.resolve("released/declared-breaks.txt"))) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read which breaks are declared", e);
    }
  }

  public List<Change> changes() {
    return ContractDiff.between(released(), current());
  }

  /** The changes that break callers without being declared. */
  public List<Change> undeclaredBreaks() {
    List<String> declared = declaredBreaks();
    return breaks().stream().filter(change -> !declared.contains(change.toString())).toList();
  }

  /** Declarations of breaks that are not there. */
  public List<String> idleDeclarations() {
    List<String> breaks = breaks().stream().map(Change::toString).toList();
    return declaredBreaks().stream().filter(declared -> !breaks.contains(declared)).toList();
  }

  private List<Change> breaks() {
    return changes().stream().filter(change -> change.weight() == Weight.BREAKING).toList();
  }
}
