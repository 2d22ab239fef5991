package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * Compares two contracts and describes each change. Everything that requests and responses may
 * contain is compared keyword by keyword. A change that is not known to be harmless is breaking.
 *
 * <p>openapi-diff alone is not enough. It accepts that an optional field of a response is renamed,
 * that {@code minLength} of a parameter grows, and changes that its model lacks; it does not name a
 * narrowed bound; and it rejects that an {@code enum} of a request is removed. Its verdict counts
 * where this class finds descriptive changes only.
 */
public final class ContractDiff {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * The parser logs the problems that it also returns. A static reference, since loggers are weakly
   * referenced and would lose their level.
   */
  private static final Logger PARSER = Logger.getLogger("io.swagger");

  static {
    PARSER.setLevel(Level.OFF);
  }

  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final List<Change> found = new ArrayList<>();
  private final ChangeCollector changes = ChangeCollector.into(found);

  private ContractDiff(OpenApiDocument before, OpenApiDocument now) {
    this.before = before;
    this.now = now;
  }

  /**
   * All changes, the most severe first.
   *
   * @throws IllegalArgumentException if a file is not a valid contract; the message lists the
   *     problems
   */
  public static List<Change> between(Path released, Path current) {
    String old = text(released);
    String text = text(current);
    if (old.equals(text)) {
      return List.of();
    }
    boolean incompatible =
        OpenApiCompare.fromSpecifications(parsed(released, old), parsed(current, text))
            .isIncompatible();
    return new ContractDiff(tree(old), tree(text)).all(incompatible);
  }

  private List<Change> all(boolean incompatible) {
    changes
        .at("the contract")
        .others(
            before.root(),
            now.root(),
            Set.of("paths", "components", "servers", "security", "tags"));
    paths();
    securitySchemes();
    if (incompatible && Change.highest(found).compareTo(Severity.ADDITIVE) < 0) {
      changes
          .at("the contract")
          .add(Severity.BREAKING, "openapi-diff reports an incompatible change");
    }
    if (found.isEmpty()) {
      changes
          .at("the file")
          .add(Severity.WORDING, "comments, order, or what no operation uses changed");
    }
    return found.stream()
        .distinct()
        .sorted(Comparator.comparing(Change::severity).reversed().thenComparing(Change::toString))
        .toList();
  }

  private void paths() {
    JsonNode were = before.root().path("paths");
    JsonNode are = now.root().path("paths");
    for (String path : ChangeCollector.keys(were, are)) {
      JsonNode old = before.resolved(were.path(path));
      JsonNode current = now.resolved(are.path(path));
      for (String method : ChangeCollector.keys(old, current)) {
        if (METHODS.contains(method)) {
          operation(old, current, method, changes.at(method.toUpperCase(Locale.ROOT) + " " + path));
        }
      }
    }
  }

  private void operation(JsonNode old, JsonNode current, String method, ChangeCollector where) {
    if (!current.has(method)) {
      where.add(Severity.BREAKING, "removed");
    } else if (!old.has(method)) {
      where.add(Severity.ADDITIVE, "added");
    } else {
      new OperationDiff(before, now, where).compare(old, current, method);
    }
  }

  private void securitySchemes() {
    JsonNode were = before.root().path("components").path("securitySchemes");
    JsonNode are = now.root().path("components").path("securitySchemes");
    for (String name : ChangeCollector.keys(were, are)) {
      ChangeCollector scheme = changes.at("security scheme " + name);
      if (!are.has(name)) {
        scheme.add(Severity.BREAKING, "removed");
      } else if (!were.has(name)) {
        scheme.add(Severity.ADDITIVE, "added");
      } else {
        scheme(before.resolved(were.get(name)), now.resolved(are.get(name)), scheme);
      }
    }
  }

  private static void scheme(JsonNode old, JsonNode current, ChangeCollector where) {
    where.others(old, current, Set.of("flows"));
    for (String flow : ChangeCollector.keys(old.path("flows"), current.path("flows"))) {
      JsonNode was = old.path("flows").path(flow);
      JsonNode is = current.path("flows").path(flow);
      where.at(flow).others(was, is, Set.of("scopes"));
      where
          .at(flow)
          .addedAndRemoved(
              "scope ",
              ChangeCollector.keys(was.path("scopes")),
              ChangeCollector.keys(is.path("scopes")));
    }
  }

  private static OpenApiDocument tree(String text) {
    try {
      return new OpenApiDocument(YAMLMapper.builder().build().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenAPI parsed(Path file, String text) {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);
    List<String> problems = result.getMessages() == null ? List.of() : result.getMessages();
    if (result.getOpenAPI() == null || !problems.isEmpty()) {
      throw new IllegalArgumentException(
          file.getFileName() + " is not a valid contract: " + String.join("; ", problems));
    }
    return result.getOpenAPI();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the contract " + file, e);
    }
  }
}
