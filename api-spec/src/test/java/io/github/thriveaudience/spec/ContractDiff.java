package io.github.thriveaudience.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * Compares two contracts, by openapi-diff, and puts each change into words.
 *
 * <p>Its verdicts are made stricter where it lets pass what breaks those who read answers: a field
 * that is gone though it was optional, a field that can be null now, a number that need not be whole
 * any more, and a server that is gone.
 */
public final class ContractDiff {
  /** Logs what it also returns, with a stack trace. Held, lest its level is forgotten. */
  private static final Logger PARSER = Logger.getLogger("io.swagger");

  static {
    PARSER.setLevel(Level.OFF);
  }

  private ContractDiff() {}

  /**
   * All changes, the heaviest first.
   *
   * @throws IllegalArgumentException if a file is no valid contract, with what is wrong with it
   */
  public static List<Change> between(Path released, Path current) {
    String before = text(released);
    String now = text(current);
    if (before.equals(now)) {
      return List.of();
    }
    List<Change> found = new ArrayList<>();
    compare(
        OpenApiCompare.fromSpecifications(parsed(released, before), parsed(current, now)),
        Changes.into(found));
    if (found.isEmpty()) {
      found.add(new Change(Weight.WORDING, "the file", "comments, order or examples changed"));
    }
    found.sort(Comparator.comparing(Change::weight).reversed().thenComparing(Change::toString));
    return List.copyOf(found);
  }

  private static void compare(ChangedOpenApi diff, Changes changes) {
    Changes whole = changes.at("the contract");
    compareServers(diff.getOldSpecOpenApi(), diff.getNewSpecOpenApi(), changes);
    whole.complete(
        diff,
        () -> {
          diff.getMissingEndpoints()
              .forEach(gone -> changes.at(gone.getMethod() + " " + gone.getPathUrl()).breaking("removed"));
          diff.getNewEndpoints()
              .forEach(
                  added ->
                      changes
                          .at(added.getMethod() + " " + added.getPathUrl())
                          .add(Weight.ADDITIVE, "added"));
          diff.getChangedOperations().forEach(changed -> OperationDiff.walk(changed, changes));
        });
  }

  private static void compareServers(OpenAPI before, OpenAPI now, Changes changes) {
    Set<String> old = servers(before);
    Set<String> current = servers(now);
    old.stream()
        .filter(url -> !current.contains(url))
        .forEach(gone -> changes.at("server " + gone).breaking("removed"));
    current.stream()
        .filter(url -> !old.contains(url))
        .forEach(added -> changes.at("server " + added).add(Weight.ADDITIVE, "added"));
  }

  private static Set<String> servers(OpenAPI spec) {
    Set<String> urls = new LinkedHashSet<>();
    Stream.concat(
            Stream.of(spec.getServers()),
            spec.getPaths().values().stream().map(path -> path.getServers()))
        .filter(servers -> servers != null)
        .forEach(servers -> servers.stream().map(Server::getUrl).forEach(urls::add));
    return urls;
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
