package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares two contracts and describes each change. Everything that requests and responses may
 * contain is compared by its meaning: two ways to write the same are no change. A change that is
 * not known to be harmless is breaking.
 */
public final class ContractDiff {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)\\}");

  private static final Comparator<Change> MOST_SEVERE_FIRST =
      Comparator.comparing(Change::severity)
          .reversed()
          // What has another name reads as removed, then added.
          .thenComparing(change -> !change.what().equals("removed"))
          .thenComparing(Change::toString);
  private static final String ONLY_TEXT =
      "comments, order, files, other words for the same, or what no operation uses changed";

  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final RenamedSchemas names;
  private final SecurityDiff security;
  private final List<Change> found = new ArrayList<>();
  private final ChangeCollector changes = ChangeCollector.into(found);

  private ContractDiff(OpenApiDocument before, OpenApiDocument now) {
    this.before = before;
    this.now = now;
    this.names = new RenamedSchemas(before, now);
    this.security = new SecurityDiff(before, now, changes);
  }

  /**
   * All changes, the most severe first.
   *
   * @throws IllegalArgumentException if a file is not a valid contract; the message lists the
   *     problems
   */
  public static List<Change> between(Path released, Path current) {
    OpenApiDocument before = OpenApiDocument.read(released);
    OpenApiDocument now = OpenApiDocument.read(current);
    boolean sameText = before.files().sameText(now.files());
    return sameText ? List.of() : new ContractDiff(before, now).all();
  }

  private List<Change> all() {
    changes
        .at("the contract")
        .others(
            before.root(),
            now.root(),
            Set.of("paths", "components", "servers", "security", "tags", "webhooks"));
    paths("paths", "");
    paths("webhooks", "webhook ");
    security.compare();
    names.report(changes);
    if (found.isEmpty()) {
      changes.at("the file").add(Severity.WORDING, ONLY_TEXT);
    }
    return found.stream().distinct().sorted(MOST_SEVERE_FIRST).toList();
  }

  private void paths(String keyword, String prefix) {
    Map<String, String> were = byTemplate(before.root().path(keyword));
    Map<String, String> are = byTemplate(now.root().path(keyword));
    Set<String> templates = new LinkedHashSet<>(were.keySet());
    templates.addAll(are.keySet());
    for (String template : templates) {
      String was = name(template, were, are);
      String is = name(template, are, were);
      JsonNode old = before.resolved(before.root().path(keyword).path(was));
      JsonNode current = now.resolved(now.root().path(keyword).path(is));
      path(old, current, renamed(was, is), prefix, is);
    }
  }

  private static String name(
      String template, Map<String, String> names, Map<String, String> others) {
    return names.containsKey(template)
        ? Objects.requireNonNull(names.get(template))
        : Objects.requireNonNull(others.get(template));
  }

  /** Paths by what they are without the names of their parameters, which are not on the wire. */
  private static Map<String, String> byTemplate(JsonNode paths) {
    Map<String, String> byTemplate = new LinkedHashMap<>();
    paths
        .fieldNames()
        .forEachRemaining(
            path -> byTemplate.put(PATH_PARAMETER.matcher(path).replaceAll("{}"), path));
    return byTemplate;
  }

  private static Map<String, String> renamed(String was, String is) {
    List<String> names = names(was);
    List<String> current = names(is);
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(current.get(i))) {
        renamed.put(names.get(i), current.get(i));
      }
    }
    return renamed;
  }

  private static List<String> names(String path) {
    return PATH_PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
  }

  private void path(
      JsonNode old, JsonNode current, Map<String, String> renamed, String prefix, String path) {
    for (String method : ChangeCollector.keys(old, current)) {
      if (METHODS.contains(method)) {
        ChangeCollector where = changes.at(prefix + method.toUpperCase(Locale.ROOT) + " " + path);
        if (!current.has(method)) {
          where.add(Severity.BREAKING, "removed", Consequence.REQUEST_REMOVED);
        } else if (!old.has(method)) {
          where.add(Severity.ADDITIVE, "added");
        } else {
          new OperationDiff(before, now, names, security, where)
              .compare(old, current, method, renamed);
        }
      }
    }
  }
}
