package io.github.thriveaudience.readme;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the poms of this project say. */
final class Poms {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  /**
   * A dependency as a text shows it.
   *
   * @param classifier empty if there is none
   */
  record Dependency(String groupId, String artifactId, String version, String classifier) {}

  private final Path folder;
  private final Node root;

  Poms(Path folder) throws Exception {
    this.folder = folder;
    this.root = parsed(Files.readString(folder.resolve("pom.xml")));
  }

  /** The dependencies in a text that is a list of them. */
  static List<Dependency> dependencies(String xml) throws Exception {
    Node list = parsed("<list>" + xml + "</list>");
    int count = texts(list, "/list/dependency/artifactId").size();
    return IntStream.rangeClosed(1, count).mapToObj(number -> dependency(list, number)).toList();
  }

  private static Dependency dependency(Node list, int number) {
    String path = "/list/dependency[" + number + "]/";
    return new Dependency(
        text(list, path + "groupId"),
        text(list, path + "artifactId"),
        text(list, path + "version"),
        text(list, path + "classifier"));
  }

  /** The version that the build uses, or empty if it does not manage the artifact. */
  String version(Dependency wanted) {
    return managedVersion("groupId='" + wanted.groupId() + "' and ", wanted.artifactId());
  }

  String version(String artifactId) {
    return managedVersion("", artifactId);
  }

  private String managedVersion(String condition, String artifactId) {
    String path =
        "/project/dependencyManagement/dependencies/dependency[%sartifactId='%s']/version";
    String version = text(root, path.formatted(condition, artifactId));
    String property = version.replaceAll("^\\$\\{(.*)}$", "$1");
    if (property.equals(version)) {
      return version;
    }
    return text(root, property.equals("project.version") ? "/project/version" : property(property));
  }

  private static String property(String name) {
    return "/project/properties/*[name()='" + name + "']";
  }

  /** The classifiers that a module of this project has, the empty one included. */
  boolean hasClassifier(Dependency of) throws Exception {
    Path pom = folder.resolve(of.artifactId().replace("thrive-audience-", "")).resolve("pom.xml");
    return of.classifier().isEmpty()
        || texts(parsed(Files.readString(pom)), "//classifier").contains(of.classifier());
  }

  /** The ids of the root pom's profiles. */
  List<String> profiles() throws Exception {
    return texts(root, "/project/profiles/profile/id");
  }

  /** Those that nothing but their name turns on. */
  List<String> namedProfiles() throws Exception {
    return texts(root, "/project/profiles/profile[not(activation)]/id");
  }

  private static String text(Node node, String path) {
    try {
      return XPATH.evaluate(path, node).strip();
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static List<String> texts(Node node, String path) throws Exception {
    NodeList found = (NodeList) XPATH.evaluate(path, node, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent().strip())
        .toList();
  }

  /** Without namespaces, so that paths need none. */
  private static Node parsed(String xml) throws Exception {
    String plain = xml.replaceFirst(" xmlns=\"[^\"]*\"", "");
    return (Node)
        XPATH.evaluate("/", new InputSource(new StringReader(plain)), XPathConstants.NODE);
  }
}
