package io.github.thriveaudience.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The poms of the published artifacts. */
class PublishedPomTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-spec",
        "generated-client",
        "facade",
        "facade/testing",
        "facade/spring-boot-starter"
      })
  void hasTheRequiredMetadata(String module) throws Exception {
    Element pom = pomOf(module);

    assertThat(childNames(pom))
        .contains("name", "description", "url", "licenses", "developers", "scm");
    assertThat(textsOf(pom, "url")).allMatch(url -> url.startsWith("https://"));
    assertThat(pom.getElementsByTagName("license").getLength()).isPositive();
    assertThat(pom.getElementsByTagName("developer").getLength()).isPositive();
    assertThat(childNames((Element) pom.getElementsByTagName("scm").item(0)))
        .contains("connection", "developerConnection", "url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-spec",
        "generated-client",
        "facade",
        "facade/testing",
        "facade/spring-boot-starter"
      })
  void refersOnlyToPublishedArtifacts(String module) throws Exception {
    assertThat(childNames(pomOf(module)))
        .doesNotContain("parent", "modules", "properties", "dependencyManagement")
        .doesNotContain("build", "profiles", "repositories", "distributionManagement");
    assertThat(Files.readString(fileOf(module))).doesNotContain("${");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-spec",
        "generated-client",
        "facade",
        "facade/testing",
        "facade/spring-boot-starter"
      })
  void listsNoTestDependency(String module) throws Exception {
    Element pom = pomOf(module);

    String other = module.endsWith("starter") ? "provided" : "runtime";
    assertThat(textsOf(pom, "scope")).allMatch(List.of("compile", other)::contains);
    assertThat(textsOf(pom, "artifactId")).doesNotContain("junit-jupiter", "assertj-core");
  }

  /** An application has Spring Boot in its own version, 3.5 or 4. */
  @Test
  void theStarterBringsNoSpring() throws Exception {
    Element pom = pomOf("facade/spring-boot-starter");

    assertThat(
            nodes(pom.getElementsByTagName("dependency"))
                .map(Element.class::cast)
                .filter(each -> !textsOf(each, "scope").contains("provided"))
                .flatMap(each -> textsOf(each, "artifactId").stream()))
        .containsExactlyInAnyOrder("thrive-audience-facade", "jspecify");
  }

  private static Path fileOf(String module) {
    return Path.of("..", module, "target", "flattened-pom.xml");
  }

  private static Element pomOf(String module) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(fileOf(module).toFile())
        .getDocumentElement();
  }

  private static List<String> childNames(Element element) {
    return nodes(element.getChildNodes())
        .filter(Element.class::isInstance)
        .map(Node::getNodeName)
        .toList();
  }

  private static List<String> textsOf(Element element, String name) {
    return nodes(element.getElementsByTagName(name)).map(Node::getTextContent).toList();
  }

  private static Stream<Node> nodes(NodeList list) {
    return IntStream.range(0, list.getLength()).mapToObj(list::item);
  }
}
