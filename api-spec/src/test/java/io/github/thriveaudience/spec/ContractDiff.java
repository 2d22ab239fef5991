package io.github.thriveaudience.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private ContractDiff() {}

  /** All changes, the heaviest first. */
  public static List<Change> between(Path released, Path current) {
    String before = text(released);
    String now = text(current);
    if (before.equals(now)) {
      return List.of();
    }
    List<Change> found = new ArrayList<>();
    compare(OpenApiCompare.fromContents(before, now), Changes.into(found));
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

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the contract " + file, e);
    }
  }
}
