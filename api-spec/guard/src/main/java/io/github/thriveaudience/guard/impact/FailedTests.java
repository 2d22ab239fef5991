package io.github.thriveaudience.guard.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the failed tests of a module and their messages from the reports of its build. */
final class FailedTests {
  /** Failures that name a violated rule of the spec come first; the others may follow from them. */
  private static final Comparator<String> ABOUT_THE_SPEC =
      Comparator.comparing(failure -> !failure.contains("violate the spec"));

  private FailedTests() {}

  static Stream<String> in(Path module) {
    Path reports = module.resolve("target/surefire-reports");
    if (!Files.isDirectory(reports)) {
      return Stream.of();
    }
    List<String> failed = new ArrayList<>();
    try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
      files.forEach(report -> failed.addAll(failures(report)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return failed.stream().sorted(ABOUT_THE_SPEC.thenComparing(Comparator.naturalOrder()));
  }

  private static List<String> failures(Path report) {
    Document document = parsed(report);
    return Stream.of("failure", "error")
        .map(document::getElementsByTagName)
        .flatMap(FailedTests::elements)
        .map(FailedTests::description)
        .toList();
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
  }

  private static String description(Element failure) {
    Element test = (Element) failure.getParentNode();
    String type = test.getAttribute("classname");
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + test.getAttribute("name")
        + ": "
        + failure.getAttribute("message").strip().replaceAll("\\s+", " ");
  }

  private static Document parsed(Path report) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Cannot read " + report, e);
    }
  }
}
