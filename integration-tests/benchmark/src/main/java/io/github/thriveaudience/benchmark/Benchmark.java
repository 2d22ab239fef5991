package io.github.thriveaudience.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs all measurements or a single one, and writes the report. */
final class Benchmark {
  private static final Map<String, Measurement> MEASUREMENTS = measurements();

  private Benchmark() {}

  private static Map<String, Measurement> measurements() {
    Map<String, Measurement> measurements = new LinkedHashMap<>();
    measurements.put("page", new PageMeasurement());
    measurements.put("listing", new ListingMeasurement());
    measurements.put("network", new NetworkMeasurement());
    measurements.put("memory", new MemoryMeasurement());
    measurements.put("changes", new ChangesMeasurement());
    measurements.put("cold", new ColdStartMeasurement());
    measurements.put("weight", new WeightMeasurement());
    return measurements;
  }

  /**
   * Measures.
   *
   * @param arguments the build folder of this module, its jar, the name of a measurement or {@code
   *     all}, and for {@code builds} the class path of another build
   */
  public static void main(String[] arguments) throws Exception {
    Workspace workspace = Workspace.at(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Section> sections = measure(workspace, chosen(arguments[2], arguments[3]));
    new Report(sections).write(workspace.folder("report.md"));
  }

  private static List<Measurement> chosen(String name, String otherBuild) {
    return switch (name) {
      case "all" -> List.copyOf(MEASUREMENTS.values());
      case "builds" -> List.of(new BuildsMeasurement(otherBuild));
      default -> List.of(chosen(name));
    };
  }

  private static Measurement chosen(String name) {
    Measurement measurement = MEASUREMENTS.get(name);
    if (measurement == null) {
      throw new IllegalArgumentException(
          "benchmark must be all, builds or one of " + MEASUREMENTS.keySet());
    }
    return measurement;
  }

  private static List<Section> measure(Workspace workspace, List<Measurement> measurements)
      throws Exception {
    List<Section> sections = new ArrayList<>();
    try (ServerProcess server = ServerProcess.http(workspace.bareJvm())) {
      for (Measurement measurement : measurements) {
        sections.add(measurement.measure(workspace, server.baseUri().toString()));
      }
    }
    return sections;
  }
}
