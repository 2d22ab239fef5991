package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the pom that is generated with a stock client. */
final class GeneratedPom {
  private GeneratedPom() {}

  /** The libraries that users of the client get: neither test nor compile-only dependencies. */
  static List<String> libraries(Path pom)
      throws IOException, ParserConfigurationException, SAXException {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    NodeList dependencies = project.getElementsByTagName("dependency");
    List<String> libraries = new ArrayList<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (belongsToProject(dependency) && reachesUsers(dependency)) {
        libraries.add(text(dependency, "groupId") + '.' + text(dependency, "artifactId"));
      }
    }
    return libraries;
  }

  /** Plugins have dependencies, too. */
  private static boolean belongsToProject(Element dependency) {
    return dependency.getParentNode().getParentNode().getNodeName().equals("project");
  }

  private static boolean reachesUsers(Element dependency) {
    return !Set.of("test", "provided").contains(text(dependency, "scope"));
  }

  private static String text(Element dependency, String child) {
    NodeList children = dependency.getElementsByTagName(child);
    return children.getLength() == 0 ? "" : children.item(0).getTextContent();
  }
}
