package io.github.thriveaudience.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the whole benchmark or one part of it, and writes the report. */
final class Benchmark {
  private static final Map<String, Part> PARTS = parts();

  private Benchmark() {}

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("page", new PagePart());
    parts.put("listing", new ListingPart());
    parts.put("memory", new MemoryPart());
    parts.put("cold", new ColdStartPart());
    parts.put("weight", new WeightPart());
    return parts;
  }

  /**
   * Measures.
   *
   * @param arguments the build folder of the benchmark, the jar of the stock clients, and the name
   *     of a part or {@code all}
   */
  public static void main(String[] arguments) throws Exception {
    Workspace workspace = Workspace.at(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Section> sections = measure(workspace, chosen(arguments[2]));
    new Report(sections).write(workspace.folder("report.md"));
  }

  private static List<Part> chosen(String name) {
    if (name.equals("all")) {
      return List.copyOf(PARTS.values());
    }
    Part part = PARTS.get(name);
    if (part == null) {
      throw new IllegalArgumentException("benchmark must be all or one of " + PARTS.keySet());
    }
    return List.of(part);
  }

  private static List<Section> measure(Workspace workspace, List<Part> parts) throws Exception {
    List<Section> sections = new ArrayList<>();
    try (ServerProcess server = new ServerProcess(workspace.bareJvm())) {
      for (Part part : parts) {
        sections.add(part.measure(workspace, server.baseUri().toString()));
      }
    }
    return sections;
  }
}
