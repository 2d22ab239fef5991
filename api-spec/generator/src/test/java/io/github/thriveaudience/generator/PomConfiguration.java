package io.github.thriveaudience.generator;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The configuration of the generator in the pom of the generated client. */
final class PomConfiguration {
  private static final Path MODULE = Path.of("../../generated-client").toAbsolutePath().normalize();

  private PomConfiguration() {}

  static Element read() {
    try {
      NodeList plugins =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(MODULE.resolve("pom.xml").toFile())
              .getElementsByTagName("inputSpec");
      return (Element) plugins.item(0).getParentNode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static CodegenConfigurator configurator(Element configuration) {
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(MODULE.resolve("templates/files.yaml").toString());
    configurator.setTemplateDir(MODULE.resolve("templates").toString());
    configurator.setValidateSpec(!Boolean.parseBoolean(text(configuration, "skipValidateSpec")));
    configurator.setLibrary(text(configuration, "library"));
    configurator.setApiPackage(text(configuration, "apiPackage"));
    configurator.setModelPackage(text(configuration, "modelPackage"));
    children(configuration, "configOptions")
        .forEach(
            option ->
                configurator.addAdditionalProperty(option.getTagName(), option.getTextContent()));
    children(configuration, "typeMappings")
        .forEach(
            mapping -> {
              String[] pair = mapping.getTextContent().split("=", 2);
              configurator.addTypeMapping(pair[0], pair[1]);
            });
    return configurator;
  }

  static void applySettings(Element configuration) {
    GlobalSettings.setProperty(CodegenConstants.APIS, "");
    GlobalSettings.setProperty(CodegenConstants.MODELS, "");
    GlobalSettings.setProperty(
        CodegenConstants.SUPPORTING_FILES, text(configuration, "supportingFilesToGenerate"));
    GlobalSettings.setProperty(CodegenConstants.API_TESTS, text(configuration, "generateApiTests"));
    GlobalSettings.setProperty(
        CodegenConstants.MODEL_TESTS, text(configuration, "generateModelTests"));
    GlobalSettings.setProperty(
        CodegenConstants.API_DOCS, text(configuration, "generateApiDocumentation"));
    GlobalSettings.setProperty(
        CodegenConstants.MODEL_DOCS, text(configuration, "generateModelDocumentation"));
  }

  private static String text(Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getTagName().equals(name))
        .findFirst()
        .orElseThrow()
        .getTextContent();
  }

  private static List<Element> children(Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getTagName().equals(name))
        .flatMap(child -> children(child).stream())
        .toList();
  }

  private static List<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .toList();
  }
}
