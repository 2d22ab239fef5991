package io.github.thriveaudience.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The jars that a library needs at runtime, as resolved by Maven. */
final class ClassPaths {
  private final Path jars;
  private final Map<String, Set<String>> needs = new HashMap<>();

  /**
   * Reads the dependency tree.
   *
   * @param tree the verbose dependency tree of this module, in JSON
   * @param jars the folder with all jars, named without their versions
   */
  ClassPaths(Path tree, Path jars) throws IOException {
    this.jars = jars;
    collect(JsonMapper.builder().build().readTree(tree.toFile()));
  }

  /** The tree shows the dependencies of a library at one of its occurrences only. */
  private void collect(JsonNode library) {
    Set<String> own = needs.computeIfAbsent(name(library), name -> new LinkedHashSet<>());
    for (JsonNode need : library.path("children")) {
      if (Set.of("compile", "runtime").contains(need.path("scope").asText())) {
        own.add(name(need));
        collect(need);
      }
    }
  }

  private static String name(JsonNode library) {
    return library.path("groupId").asText() + '.' + library.path("artifactId").asText();
  }

  /** The jars of these libraries and of all that they need. */
  List<Path> of(Collection<String> libraries) {
    Set<String> all = new LinkedHashSet<>();
    libraries.forEach(library -> addWithNeeds(library, all));
    List<Path> found = new ArrayList<>();
    for (String library : all) {
      found.add(jar(library));
    }
    return found;
  }

  private void addWithNeeds(String library, Set<String> all) {
    if (all.add(library)) {
      needs.getOrDefault(library, Set.of()).forEach(need -> addWithNeeds(need, all));
    }
  }

  private Path jar(String library) {
    Path jar = jars.resolve(library + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(library + " is not among the dependencies of this module");
    }
    return jar;
  }

  static String joined(Collection<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
