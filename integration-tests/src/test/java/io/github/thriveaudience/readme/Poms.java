package io.github.thriveaudience.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the poms say. */
final class Poms {
  private static final String OWN_GROUP = "io.github.thriveaudience";

  /**
   * A dependency.
   *
   * @param classifier empty if there is none
   */
  record Dependency(String groupId, String artifactId, String version, String classifier) {}

  private final Path folder;
  private final Element root;

  Poms(Path folder) throws IOException {
    this.folder = folder;
    this.root = parsed(Files.readString(folder.resolve("pom.xml")));
  }

  /** The dependencies in a text that is a list of them. */
  static List<Dependency> dependencies(String xml) {
    return children(parsed("<all>" + xml + "</all>"), "dependency").map(Poms::dependency).toList();
  }

  private static Dependency dependency(Element element) {
    return new Dependency(
        text(element, "groupId"),
        text(element, "artifactId"),
        text(element, "version"),
        text(element, "classifier"));
  }

  /** The version that the build has, or empty if it does not know the artifact. */
  String version(Dependency wanted) {
    return version(wanted.groupId(), wanted.artifactId());
  }

  /** The version of an artifact, of whichever group it is. */
  String version(String artifactId) {
    return managed()
        .filter(known -> known.artifactId().equals(artifactId))
        .map(known -> resolved(known.version()))
        .findFirst()
        .orElse("");
  }

  private String version(String groupId, String artifactId) {
    return managed()
            .filter(known -> known.groupId().equals(groupId))
            .anyMatch(known -> known.artifactId().equals(artifactId))
        ? version(artifactId)
        : "";
  }

  private Stream<Dependency> managed() {
    Element management = children(root, "dependencyManagement").findFirst().orElseThrow();
    Element dependencies = children(management, "dependencies").findFirst().orElseThrow();
    return children(dependencies, "dependency").map(Poms::dependency);
  }

  private String resolved(String version) {
    String property = version.replaceAll("^\\$\\{(.*)}$", "$1");
    if (property.equals(version)) {
      return version;
    }
    return property.equals("project.version")
        ? text(root, "version")
        : text(children(root, "properties").findFirst().orElseThrow(), property);
  }

  /** The classifiers of an artifact, with the empty one. */
  List<String> classifiers(Dependency of) throws IOException {
    List<String> classifiers = new ArrayList<>(List.of(""));
    if (of.groupId().equals(OWN_GROUP)) {
      String module = of.artifactId().replace("thrive-audience-", "");
      NodeList found =
          parsed(Files.readString(folder.resolve(module).resolve("pom.xml")))
              .getElementsByTagName("classifier");
      IntStream.range(0, found.getLength())
          .mapToObj(found::item)
          .forEach(node -> classifiers.add(node.getTextContent().strip()));
    }
    return classifiers;
  }

  /** The ids of the root pom's profiles. */
  List<String> profiles() {
    return profileElements().map(profile -> text(profile, "id")).toList();
  }

  /** Those that nothing but their name turns on. */
  List<String> profilesOfPeople() {
    return profileElements()
        .filter(profile -> children(profile, "activation").findAny().isEmpty())
        .map(profile -> text(profile, "id"))
        .toList();
  }

  private Stream<Element> profileElements() {
    return children(root, "profiles").flatMap(profiles -> children(profiles, "profile"));
  }

  private static String text(Element parent, String name) {
    Optional<Element> child = children(parent, name).findFirst();
    return child.map(found -> found.getTextContent().strip()).orElse("");
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(element -> element.getTagName().equals(name));
  }

  private static Element parsed(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
          .getDocumentElement();
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
