package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** The clients that are measured: their names in the report and the jars that they need. */
enum ClientKind {
  LOOP("loop", "hand-written loop", ""),
  OURS("ours", "this client", ""),
  NATIVE("native", "stock `native`", "nativeclient"),
  OKHTTP_GSON("okhttp-gson", "stock `okhttp-gson`", "okhttp"),
  FEIGN("feign", "stock `feign`", "feign");

  /** The name that {@link MeasuredClient#open} and the generator use. */
  final String id;

  final String label;

  /** The package of the generated classes; empty unless this is a stock client. */
  final String stockPackage;

  ClientKind(String id, String label, String stockPackage) {
    this.id = id;
    this.label = label;
    this.stockPackage = stockPackage;
  }

  boolean isStock() {
    return !stockPackage.isEmpty();
  }

  /** The jars that users of the client get, without the generated classes of a stock client. */
  List<Path> libraries(Workspace workspace) throws IOException {
    return workspace.classPaths().of(roots(workspace));
  }

  private List<String> roots(Workspace workspace) throws IOException {
    return switch (this) {
      case LOOP -> List.of("com.fasterxml.jackson.core.jackson-databind");
      case OURS -> List.of("io.github.thriveaudience.thrive-audience-facade");
      default -> rootsOfStockClient(workspace);
    };
  }

  private List<String> rootsOfStockClient(Workspace workspace) throws IOException {
    try {
      return GeneratedPom.libraries(
          workspace.folder("stock-clients").resolve(id).resolve("pom.xml"));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /** The class path of a measurement: the client's jars and the classes of this module. */
  List<Path> classPath(Workspace workspace) throws IOException {
    List<Path> classPath = new ArrayList<>(libraries(workspace));
    classPath.add(workspace.classes());
    return classPath;
  }
}
