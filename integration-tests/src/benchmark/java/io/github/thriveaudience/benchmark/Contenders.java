package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** Who takes part, under which name in the report, and with which jars. */
enum Contenders {
  LOOP("loop", "hand-written loop", ""),
  OURS("ours", "this client", ""),
  NATIVE("native", "stock `native`", "nativeclient"),
  OKHTTP_GSON("okhttp-gson", "stock `okhttp-gson`", "okhttp"),
  FEIGN("feign", "stock `feign`", "feign");

  /** What {@link Contender#open} and the generator call it. */
  final String id;

  final String label;

  /** Where its generated classes are, if it is a stock client. */
  final String peerPackage;

  Contenders(String id, String label, String peerPackage) {
    this.id = id;
    this.label = label;
    this.peerPackage = peerPackage;
  }

  boolean isPeer() {
    return !peerPackage.isEmpty();
  }

  /** The jars that it brings to its users, its own generated classes apart. */
  List<Path> libraries(Workspace workspace) throws IOException {
    return workspace.classPaths().of(roots(workspace));
  }

  private List<String> roots(Workspace workspace) throws IOException {
    return switch (this) {
      case LOOP -> List.of("com.fasterxml.jackson.core.jackson-databind");
      case OURS -> List.of("io.github.thriveaudience.thrive-audience-facade");
      default -> rootsOfPeer(workspace);
    };
  }

  private List<String> rootsOfPeer(Workspace workspace) throws IOException {
    try {
      return GeneratedPom.libraries(workspace.folder("peers").resolve(id).resolve("pom.xml"));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /** All that it can load in a measurement: its jars, and the classes that measure. */
  List<Path> classPath(Workspace workspace) throws IOException {
    List<Path> classPath = new ArrayList<>(libraries(workspace));
    if (isPeer()) {
      classPath.add(workspace.peers());
    }
    classPath.add(workspace.folder("classes"));
    return classPath;
  }
}
