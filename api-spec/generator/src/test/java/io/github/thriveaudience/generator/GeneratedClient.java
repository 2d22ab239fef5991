package io.github.thriveaudience.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;

/**
 * Generates a client by the configuration of the pom, compiles it without warnings, and loads it.
 */
public final class GeneratedClient {
  /** A module that another is exported to is not there in a test. */
  private static final List<String> OPTIONS =
      List.of("-Xlint:all,-module", "-Werror", "-proc:none", "-parameters", "--release", "17");

  private GeneratedClient() {}

  /**
   * A class loader of the client for a spec.
   *
   * @param folder an empty folder
   */
  public static ClassLoader of(Path spec, Path folder) throws IOException {
    String classPath = System.getProperty("java.class.path");
    Path classes = compiled(spec, folder, List.of("-classpath", classPath), false);
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader());
  }

  /** The folder of the classes of a client that is a named module. */
  public static Path modules(Path spec, Path folder, String modulePath) throws IOException {
    return compiled(spec, folder, List.of("--module-path", modulePath), true);
  }

  /** Generates the sources of a client. */
  public static void generate(Path spec, Path output) {
    Element pom = PomConfiguration.read();
    CodegenConfigurator configurator = PomConfiguration.configurator(pom);
    configurator.setGeneratorName(ClientCodegen.class.getName());
    configurator.setInputSpec(spec.toString());
    configurator.setOutputDir(output.toString());
    GlobalSettings.reset();
    PomConfiguration.applySettings(pom);
    DefaultGenerator generator = new DefaultGenerator();
    generator.opts(configurator.toClientOptInput()).generate();
    GlobalSettings.reset();
  }

  private static Path compiled(Path spec, Path folder, List<String> options, boolean asModule)
      throws IOException {
    generate(spec, folder.resolve("sources"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> all =
          Stream.of(OPTIONS, options, List.of("-d", "" + classes)).flatMap(List::stream).toList();
      List<File> sources = sources(folder.resolve("sources/java"), asModule);
      var units = files.getJavaFileObjectsFromFiles(sources);
      boolean isCompiled = compiler.getTask(problems, files, null, all, null, units).call();
      assertThat(isCompiled).as(problems.toString()).isTrue();
      return classes;
    }
  }

  private static List<File> sources(Path folder, boolean asModule) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> asModule || !file.endsWith("module-info.java"))
          .map(Path::toFile)
          .toList();
    }
  }
}
