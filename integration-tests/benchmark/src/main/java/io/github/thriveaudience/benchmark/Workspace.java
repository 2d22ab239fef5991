package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that the build made for the benchmark, and the folder for its results.
 *
 * @param root the build folder of this module
 * @param jar the jar of this module, which contains the classes of the stock clients
 * @param classPaths the jars that each library needs
 */
record Workspace(Path root, Path jar, ClassPaths classPaths) {

  static Workspace at(Path root, Path jar) throws IOException {
    ClassPaths classPaths = new ClassPaths(root.resolve("dependencies.json"), root.resolve("lib"));
    return new Workspace(root, jar, classPaths);
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  /** The classes of this module, the generated classes of the stock clients included. */
  Path classes() {
    return folder("classes");
  }

  ChildJvm jvm(ClientKind client) throws IOException {
    return jvm(client.classPath(this));
  }

  ChildJvm jvm(List<Path> classPath) {
    return new ChildJvm(classPath, root.resolve("processes.log"));
  }

  /** For the server, which needs nothing but the JDK. */
  ChildJvm bareJvm() {
    return jvm(List.of(classes()));
  }
}
