package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the build left what is measured, and where results go.
 *
 * @param root the build folder of the benchmark
 * @param peers the jar with the classes of the stock clients
 * @param classPaths what needs which jars
 */
record Workspace(Path root, Path peers, ClassPaths classPaths) {

  static Workspace at(Path root, Path peers) throws IOException {
    ClassPaths classPaths = new ClassPaths(root.resolve("dependencies.json"), root.resolve("lib"));
    return new Workspace(root, peers, classPaths);
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  ChildJvm jvm(Contenders contender) throws IOException {
    return jvm(contender.classPath(this));
  }

  ChildJvm jvm(List<Path> classPath) {
    return new ChildJvm(classPath, root.resolve("processes.log"));
  }

  /** For the server, which needs nothing but the JDK. */
  ChildJvm bareJvm() {
    return jvm(List.of(folder("classes")));
  }
}
