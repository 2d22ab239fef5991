package io.github.thriveaudience.guard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Adds endpoints to a copy of the project as the recipe in CONTRIBUTING says. */
class EndpointEditsIT {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path EDITS = Path.of("src/test/resources/endpoints").toAbsolutePath();
  private static final String FACADE = "facade/src/%s/java/io/github/thriveaudience/";
  private static final int MAX_LINES = 15;

  @Test
  void aNewEndpointTakesFifteenLines() throws IOException {
    Path copy = ProjectCopy.copyOf(PROJECT, PROJECT.resolve("target/edits/aNewEndpoint")).folder();
    insertBefore(copy, "api-spec/openapi.yaml", "  /oauth2/token/{tenantId}:\n", "paths.yaml");
    insertBefore(copy, "api-spec/openapi.yaml", "    AudienceMembers:\n", "schemas.yaml");
    Path operations = copy.resolve(FACADE.replace("%s", "main") + "event/Operation.java");
    Files.writeString(
        operations,
        Files.readString(operations)
            .replace(
                "  /** Asks for an access token. */",
                """
                  /** Adds users to an audience. */
                  ADD_MEMBERS("POST", "/audiences/{audienceId}/members"),

                  /** Asks for one page of the audiences. */
                  LIST_AUDIENCES("GET", "/audiences"),

                  /** Asks for a user. */
                  GET_USER("GET", "/users/{id}"),

                  /** Asks for an access token. */"""
                    .indent(0)
                    .stripTrailing()));
    add(copy, "NewEndpoints.java", "main");
    add(copy, "NewEndpointsTest.java", "test");

    MavenBuild.Outcome build =
        MavenBuild.run(
            copy,
            List.of("--also-make", "--projects", "facade", "spotless:apply", "verify"),
            "test=NewEndpointsTest,ArchitectureTest,PublicSignaturesTest,OperationTest,"
                + "ReleasedContractTest",
            "surefire.failIfNoSpecifiedTests=false");

    assertThat(build.succeeded()).as(String.join("\n", build.output())).isTrue();
    assertThat(build.output())
        .anyMatch(line -> line.matches(".*Tests run: \\d+.*NewEndpointsTest"));
    assertThat(methods())
        .hasSize(3)
        .allSatisfy(lines -> assertThat(lines).isLessThanOrEqualTo(MAX_LINES));
  }

  private static void insertBefore(Path copy, String file, String before, String snippet)
      throws IOException {
    Path edited = copy.resolve(file);
    String content = Files.readString(edited);
    assertThat(content).contains(before);
    Files.writeString(
        edited, content.replace(before, Files.readString(EDITS.resolve(snippet)) + before));
  }

  private static void add(Path copy, String file, String kind) throws IOException {
    Files.copy(EDITS.resolve(file), copy.resolve(FACADE.replace("%s", kind)).resolve(file));
  }

  /** The lines of each method, with its braces. */
  private static List<Long> methods() throws IOException {
    return Pattern.compile("(?ms)^  \\w+ \\w+\\([^)]*\\) \\{.*?^  \\}")
        .matcher(Files.readString(EDITS.resolve("NewEndpoints.java")))
        .results()
        .map(method -> method.group().lines().count())
        .toList();
  }
}
