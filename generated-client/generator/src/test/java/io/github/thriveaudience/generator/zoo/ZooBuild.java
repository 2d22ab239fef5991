package io.github.thriveaudience.generator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Generates a client with the configuration of the generated client's pom, compiles it without a
 * warning, and loads it.
 */
public final class ZooBuild {
  private static final Path MODULE = Path.of("..").toAbsolutePath().normalize();

  private ZooBuild() {}

  /** The classes of a spec. */
  public static ClassLoader classes(Path spec, Path folder) throws Exception {
    generate(spec, folder.resolve("sources"));
    return compiled(folder.resolve("sources/java"), folder.resolve("classes"));
  }

  /** Generates the sources of a spec. */
  public static void generate(Path spec, Path output) throws Exception {
    Element pom = configuration();
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(MODULE.resolve("templates/files.yaml").toString());
    configurator.setTemplateDir(MODULE.resolve("templates").toString());
    configurator.setGeneratorName(text(pom, "generatorName"));
    configurator.setLibrary(text(pom, "library"));
    configurator.setApiPackage(text(pom, "apiPackage"));
    configurator.setModelPackage(text(pom, "modelPackage"));
    values(pom, "configOptions").forEach(configurator::addAdditionalProperty);
    configurator.setValidateSpec(!text(pom, "skipValidateSpec").equals("true"));
    configurator.setInputSpec(spec.toString());
    configurator.setOutputDir(output.toString());
    GlobalSettings.reset();
    GlobalSettings.setProperty(CodegenConstants.APIS, "");
    GlobalSettings.setProperty(CodegenConstants.MODELS, "");
    GlobalSettings.setProperty(
        CodegenConstants.SUPPORTING_FILES, text(pom, "supportingFilesToGenerate"));
    for (String kind : List.of("ApiTests", "ModelTests")) {
      GlobalSettings.setProperty(kind.replace("Api", "api").replace("Model", "model"), "false");
    }
    GlobalSettings.setProperty(CodegenConstants.API_DOCS, "false");
    GlobalSettings.setProperty(CodegenConstants.MODEL_DOCS, "false");
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    GlobalSettings.reset();
  }

  private static ClassLoader compiled(Path sources, Path classes) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-Xlint:all",
            "-Werror",
            "-proc:none",
            "--release",
            "17",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          compiler
              .getTask(
                  problems,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(javaFiles(sources)))
              .call();
      assertThat(isCompiled).as(problems.toString()).isTrue();
    }
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, ZooBuild.class.getClassLoader());
  }

  /** Without the module's descriptor: the tests are on the class path. */
  private static List<Path> javaFiles(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .toList();
    }
  }

  private static Element configuration() throws Exception {
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(MODULE.resolve("pom.xml").toFile())
            .getElementsByTagName("inputSpec")
            .item(0)
            .getParentNode();
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Map<String, String> values(Element parent, String name) {
    Map<String, String> values = new LinkedHashMap<>();
    children((Element) parent.getElementsByTagName(name).item(0))
        .forEach(one -> values.put(one.getTagName(), one.getTextContent()));
    return values;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
