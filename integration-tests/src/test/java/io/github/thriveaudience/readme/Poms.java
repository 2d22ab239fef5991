package io.github.thriveaudience.readme;

import java.io.StringReader;
import java.nio.file.Files;
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

  private Poms() {}

  /** A pom of this project. */
  static Node pom(String module) throws Exception {
    return parsed(Files.readString(Documents.ROOT.resolve(module).resolve("pom.xml")));
  }

  /**
   * The version that the build manages, or empty if it does not know the artifact.
   *
   * @param artifact an XPath condition on the artifact
   */
  static String version(String artifact) throws Exception {
    Node root = pom("");
    String version =
        text(root, "//dependencyManagement/dependencies/dependency[" + artifact + "]/version");
    String property = version.replaceAll("\\$\\{(.*)}", "$1");
    return property.equals("project.version")
        ? text(root, "/project/version")
        : property.equals(version)
            ? version
            : text(root, "/project/properties/*[name()='" + property + "']");
  }

  /** Without the default namespace, so that paths need no prefix. */
  static Node parsed(String xml) throws Exception {
    String plain = xml.replaceFirst(" xmlns=\"[^\"]*\"", "");
    return nodes(new InputSource(new StringReader(plain)), "/").get(0);
  }

  static String text(Node from, String path) throws Exception {
    return XPATH.evaluate(path, from).strip();
  }

  static List<String> texts(Node from, String path) throws Exception {
    return nodes(from, path).stream().map(node -> node.getTextContent().strip()).toList();
  }

  static List<Node> nodes(Node from, String path) throws Exception {
    return list((NodeList) XPATH.evaluate(path, from, XPathConstants.NODESET));
  }

  private static List<Node> nodes(InputSource from, String path) throws Exception {
    return list((NodeList) XPATH.evaluate(path, from, XPathConstants.NODESET));
  }

  private static List<Node> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
  }
}
