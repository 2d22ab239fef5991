package io.github.thriveaudience.spec;

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
 * Compares two contracts, and puts each change into words. Whatever may be said of a request and of
 * an answer is compared keyword by keyword; what is not known to be harmless breaks callers.
 *
 * <p>By itself openapi-diff would not do: it lets pass that an optional field of an answer is
 * renamed, that {@code minLength} of a parameter grows, or what it has no model for, and it does
 * not name a narrowed bound; and it refuses that an {@code enum} of a request is lifted. It is
 * heard where nothing but words was found to have changed.
 */
public final class ContractDiff {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Logs what it also returns, with a stack trace. Held, lest its level is forgotten. */
  private static final Logger PARSER = Logger.getLogger("io.swagger");

  static {
    PARSER.setLevel(Level.OFF);
  }

  private final Document before;
  private final Document now;
  private final List<Change> found = new ArrayList<>();
  private final Changes changes = Changes.into(found);

  private ContractDiff(Document before, Document now) {
    this.before = before;
    this.now = now;
  }

  /**
   * All changes, the heaviest first.
   *
   * @throws IllegalArgumentException if a file is no valid contract, with what is wrong with it
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
    if (incompatible && Change.heaviest(found).compareTo(Weight.ADDITIVE) < 0) {
      changes.at("the contract").add(Weight.BREAKING, "openapi-diff calls it incompatible");
    }
    if (found.isEmpty()) {
      changes
          .at("the file")
          .add(Weight.WORDING, "comments, order, or what no operation uses changed");
    }
    return found.stream()
        .distinct()
        .sorted(Comparator.comparing(Change::weight).reversed().thenComparing(Change::toString))
        .toList();
  }

  private void paths() {
    JsonNode were = before.root().path("paths");
    JsonNode are = now.root().path("paths");
    for (String path : Changes.keys(were, are)) {
      JsonNode old = before.resolved(were.path(path));
      JsonNode current = now.resolved(are.path(path));
      for (String method : Changes.keys(old, current)) {
        if (METHODS.contains(method)) {
          operation(old, current, method, changes.at(method.toUpperCase(Locale.ROOT) + " " + path));
        }
      }
    }
  }

  private void operation(JsonNode old, JsonNode current, String method, Changes where) {
    if (!current.has(method)) {
      where.add(Weight.BREAKING, "removed");
    } else if (!old.has(method)) {
      where.add(Weight.ADDITIVE, "added");
    } else {
      new OperationDiff(before, now, where).compare(old, current, method);
    }
  }

  private void securitySchemes() {
    JsonNode were = before.root().path("components").path("securitySchemes");
    JsonNode are = now.root().path("components").path("securitySchemes");
    for (String name : Changes.keys(were, are)) {
      Changes scheme = changes.at("security scheme " + name);
      if (!are.has(name)) {
        scheme.add(Weight.BREAKING, "removed");
      } else if (!were.has(name)) {
        scheme.add(Weight.ADDITIVE, "added");
      } else {
        scheme(before.resolved(were.get(name)), now.resolved(are.get(name)), scheme);
      }
    }
  }

  private static void scheme(JsonNode old, JsonNode current, Changes where) {
    where.others(old, current, Set.of("flows"));
    for (String flow : Changes.keys(old.path("flows"), current.path("flows"))) {
      JsonNode was = old.path("flows").path(flow);
      JsonNode is = current.path("flows").path(flow);
      where.at(flow).others(was, is, Set.of("scopes"));
      where
          .at(flow)
          .addedAndRemoved(
              "scope ", Changes.keys(was.path("scopes")), Changes.keys(is.path("scopes")));
    }
  }

  private static Document tree(String text) {
    try {
      return new Document(YAMLMapper.builder().build().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenAPI parsed(Path file, String text) {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);
    List<String> problems = result.getMessages() == null ? List.of() : result.getMessages();
    if (result.getOpenAPI() == null || !problems.isEmpty()) {
      throw new IllegalArgumentException(
          file.getFileName() + " is no valid contract: " + String.join("; ", problems));
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
