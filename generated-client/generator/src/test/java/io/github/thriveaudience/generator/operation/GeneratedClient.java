package io.github.thriveaudience.generator.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.generator.ClientCodegen;
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
final class GeneratedClient {
  /** Some generated methods are deprecated, and the interfaces are no module here. */
  private static final List<String> OPTIONS =
      List.of("-Xlint:all", "-Werror", "-proc:none", "-parameters", "--release", "17");

  private GeneratedClient() {}

  /**
   * A class loader of the client for a spec.
   *
   * @param folder an empty folder
   */
  static ClassLoader of(Path spec, Path folder) {
    Path sources = folder.resolve("sources");
    generate(spec, sources);
    return compiled(sources.resolve("java"), folder.resolve("classes"));
  }

  static void generate(Path spec, Path output) {
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

  private static ClassLoader compiled(Path sources, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes);
      List<String> options =
          Stream.concat(
                  OPTIONS.stream(),
                  Stream.of(
                      "-classpath", System.getProperty("java.class.path"), "-d", "" + classes))
              .toList();
      boolean isCompiled =
          compiler
              .getTask(
                  problems,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromFiles(javaFiles(sources)))
              .call();
      assertThat(isCompiled).as(problems.toString()).isTrue();
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Without the module's descriptor: the tests are on the class path. */
  private static List<File> javaFiles(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .map(Path::toFile)
          .toList();
    }
  }
}
