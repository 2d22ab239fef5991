package io.github.thriveaudience.guard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits copies of the whole project as a contributor would, and builds them. */
class ProjectEditsIT {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path WORK = PROJECT.resolve("target/edits");

  private static final String SPEC = "api-spec/openapi.yaml";
  private static final String MEMBERS = "GET /audiences/{audienceId}/members: ";

  private ProjectCopy project;

  @BeforeEach
  void copy(TestInfo test) throws IOException {
    String name = test.getTestMethod().orElseThrow().getName();
    project = ProjectCopy.copyOf(PROJECT, WORK.resolve(name));
  }

  static List<Arguments> breaks() {
    return List.of(
        Arguments.of(
            "        reference:\n          type: string\n          nullable",
            "        ref:\n          type: string\n          nullable",
            MEMBERS + "response 200: results[].reference: removed"),
        Arguments.of(
            "      required: [userId]\n      properties:\n",
            "      required: [userId, locale]\n      properties:\n        locale:\n          type: string\n",
            MEMBERS + "response 200: results[].locale: added, and required"),
        Arguments.of(
            "        - $ref: '#/components/parameters/Limit'\n",
            "",
            MEMBERS + "query parameter limit: removed"),
        Arguments.of(
            "maximum: 1000",
            "maximum: 500",
            MEMBERS + "query parameter perPage: maximum was 1000, is 500"),
        Arguments.of(
            "required: [grant_type]",
            "required: [grant_type, scope]",
            "POST /oauth2/token/{tenantId}: request body: scope: became required"),
        Arguments.of(
            "        totalResults:\n          type: number\n          multipleOf: 1\n          minimum: 0\n",
            "        totalResults:\n          type: string\n",
            MEMBERS + "response 200: pagination.totalResults: type was number, is string"));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void breakingEditsAreRefusedAndReportedAsMajor(String before, String after, String named)
      throws IOException {
    edit(SPEC, before, after);

    MavenBuild.Outcome build = MavenBuild.run(project.folder(), List.of("verify"));
    assertThat(build.succeeded()).isFalse();
    assertThat(build.output()).anyMatch(line -> line.contains(named));

    assertThat(impact())
        .contains("Version bump: major, from 0.1.0 to 1.0.0")
        .contains(row("major", named))
        .contains("\n" + named + "\n");

    declare(named);
    assertThat(
            MavenBuild.run(project.folder(), List.of("verify", "--projects", "api-spec/guard"))
                .succeeded())
        .isTrue();
  }

  @Test
  void additiveEditsPassTheBuildAndAreReportedAsMinor() throws IOException {
    edit(
        SPEC,
        "        email:\n          type: string\n",
        "        locale:\n          type: string\n          description: The user's language.\n"
            + "        email:\n          type: string\n");
    edit(
        SPEC,
        "        '429':\n          $ref: '#/components/responses/TooManyRequests'\n        '500':",
        "        '410':\n          $ref: '#/components/responses/NotFound'\n"
            + "        '429':\n          $ref: '#/components/responses/TooManyRequests'\n"
            + "        '500':");

    MavenBuild.Outcome build = MavenBuild.run(project.folder(), List.of("verify"));
    assertThat(build.succeeded()).as(String.join("\n", build.output())).isTrue();

    assertThat(impact())
        .contains("Version bump: minor, from 0.1.0 to 0.2.0")
        .contains(row("minor", MEMBERS + "response 200: results[].locale: added"))
        .contains(row("minor", MEMBERS + "response 410: added"))
        .contains("`io.github.thriveaudience.model.AudienceMember.locale()` | added")
        .contains("- The facade and the stubs obey: yes");
  }

  @Test
  void invalidStubsAreReportedWithTheViolatedRule() throws IOException {
    edit("api-spec/stubs/members-page.json.hbs", "\"userId\":", "\"user\":");

    assertThat(impact())
        .contains("Version bump: none")
        .contains("- The facade and the stubs obey: **no**")
        .contains("responses that violate the spec")
        .contains("missing required properties ([\"userId\"])");
  }

  @Test
  void invalidRequestsOfTheFacadeAreReportedWithTheViolatedRule() throws IOException {
    edit(
        "facade/src/main/java/io/github/thriveaudience/AudienceMembersClient.java",
        ": PageSize.perPage(size);",
        ": PageSize.perPage(5 * size);");

    assertThat(impact())
        .contains("- The facade compiles: yes")
        .contains("- The facade and the stubs obey: **no**")
        .contains("requests that violate the spec")
        .contains("perPage");
  }

  private void edit(String file, String before, String after) throws IOException {
    Path edited = project.folder().resolve(file);
    String content = Files.readString(edited);
    assertThat(content).contains(before);
    int at = content.indexOf(before);
    Files.writeString(
        edited, content.substring(0, at) + after + content.substring(at + before.length()));
  }

  private void declare(String named) throws IOException {
    Path declared = project.contract().folder().resolve("released/declared-breaks.txt");
    Files.writeString(declared, Files.readString(declared) + named + "\n");
  }

  private String impact() throws IOException {
    MavenBuild.Outcome run =
        MavenBuild.run(project.folder(), List.of("--quiet", "--activate-profiles", "impact"));
    assertThat(run.succeeded()).as(String.join("\n", run.output())).isTrue();
    return Files.readString(project.folder().resolve("target/impact.md"));
  }

  private static String row(String bump, String change) {
    int colon = change.lastIndexOf(": ");
    return "| "
        + bump
        + " | `"
        + change.substring(0, colon)
        + "` | "
        + change.substring(colon + 2)
        + " |";
  }
}
