package io.github.thriveaudience.guard.contract;

import static io.github.thriveaudience.guard.contract.Severity.BREAKING;
import static io.github.thriveaudience.guard.contract.Severity.NONE;
import static io.github.thriveaudience.guard.contract.Severity.WORDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies the severity and the description of each kind of change. */
class ContractDiffTest {
  private static final String MEMBERS = "GET /audiences/{audienceId}/members: ";

  private static final Path RELEASED =
      new Contract(Path.of("..").toAbsolutePath().normalize()).released();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.github.thriveaudience.guard.contract.ContractEdits#all")
  void classifiesAndDescribesAnEdit(String before, String after, Severity severity, String named)
      throws IOException {
    String contract = Files.readString(RELEASED);
    assertThat(contract).contains(before);

    List<Change> changes =
        ContractDiff.between(
            file("before.yaml", contract),
            file(
                "after.yaml",
                contract.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after))));

    assertThat(Change.highest(changes)).as(changes.toString()).isEqualTo(severity);
    if (severity != NONE) {
      assertThat(changes).first().asString().startsWith(named);
    }
  }

  @Test
  void reportsEveryChangeOfAnEdit() throws IOException {
    String contract = Files.readString(RELEASED);

    assertThat(
            ContractDiff.between(
                file("before.yaml", contract),
                file(
                    "after.yaml",
                    contract
                        .replace("maximum: 1000", "maximum: 500")
                        .replace("maximum: 100\n", "maximum: 50\n"))))
        .extracting(Change::toString)
        .containsExactlyInAnyOrder(
            MEMBERS + "query parameter perPage: maximum was 1000, is 500",
            MEMBERS + "query parameter limit: maximum was 100, is 50");
  }

  @Test
  void reportsAllBreaks() throws IOException {
    String contract = Files.readString(RELEASED);

    assertThat(
            ContractDiff.between(
                RELEASED,
                file(
                    "after.yaml",
                    contract
                        .replace("        - oauth2: [api/all]\n", "")
                        .replace(
                            "type: http\n      scheme: basic", "type: http\n      scheme: bearer")
                        .replace("maximum: 1000", "maximum: 500\n        exclusiveMaximum: true"))))
        .filteredOn(change -> change.severity() == BREAKING)
        .extracting(Change::toString)
        .containsExactlyInAnyOrder(
            MEMBERS + "security {oauth2:[api/all]}: removed",
            "security scheme basicAuth: scheme was basic, is bearer",
            "security scheme clientBasic: scheme was basic, is bearer",
            MEMBERS + "query parameter perPage: maximum was 1000, is 500",
            MEMBERS + "query parameter perPage: exclusiveMaximum was false, is true");
  }

  @Test
  void takesTheContractInOpenApi31ForTheSame() throws IOException {
    String contract = Files.readString(RELEASED);
    int schemas = contract.indexOf("  schemas:\n");
    String current =
        contract.substring(0, schemas).replace("openapi: 3.0.3", "openapi: 3.1.0")
            + contract
                .substring(schemas)
                .replaceAll(
                    "type: (\\w+)(\n *format: \\w+)?\n *nullable: true", "type: [$1, 'null']$2")
                .replaceAll("( +)example: (.+)\n", "$1examples:\n$1  - $2\n")
                .replaceAll("\n *allOf:\n *- (.ref: .+)", "\n          $1");
    assertThat(current).doesNotContain("nullable").doesNotContain("allOf");

    assertThat(ContractDiff.between(RELEASED, file("after.yaml", current)))
        .extracting(Change::severity)
        .containsOnly(WORDING);
  }

  @Test
  void takesTheContractInTwoFilesForTheSame() throws IOException {
    String contract = Files.readString(RELEASED);
    int schemas = contract.indexOf("  schemas:\n");
    file(
        "schemas.yaml",
        contract.substring(schemas).replaceAll("(?m)^ {2}", "").replace("#/components", "#"));
    Path current =
        file(
            "after.yaml",
            contract
                .substring(0, schemas)
                .replace("#/components/schemas/", "./schemas.yaml#/schemas/"));

    assertThat(ContractDiff.between(RELEASED, current))
        .extracting(Change::severity)
        .containsOnly(WORDING);
  }

  @Test
  void comparesFieldsOfVariantsAndMaps() throws IOException {
    String schema =
        """
        openapi: 3.0.3
        info: {title: test, version: 1.0.0}
        paths:
          /a:
            get:
              responses:
                '200':
                  description: one
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          map: {type: object, additionalProperties: {type: object, properties: {a: {type: string}}}}
                          one: {oneOf: [{type: object, properties: {b: {type: string}}}, {type: string}]}
                          self: {$ref: '#/components/schemas/Self'}
        components:
          schemas:
            Self: {type: object, properties: {self: {$ref: '#/components/schemas/Self'}, c: {type: string}}}
        """;

    assertThat(
            ContractDiff.between(
                file("before.yaml", schema),
                file(
                    "after.yaml",
                    schema.replaceAll("([abc]): \\{type: string", "$1x: {type: string"))))
        .filteredOn(change -> change.severity() == BREAKING)
        .extracting(Change::toString)
        .containsExactlyInAnyOrder(
            "GET /a: response 200: map.*.a: removed",
            "GET /a: response 200: one(oneOf 1).b: removed",
            "GET /a: response 200: self.c: removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "foo: [", "openapi: 3.0.3\npaths: {}\n"})
  void refusesAnInvalidContract(String text) throws IOException {
    Path broken = file("openapi.yaml", text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractDiff.between(RELEASED, broken))
        .withMessageStartingWith("openapi.yaml is not a valid contract: ")
        .withMessageMatching("(?s).*: \\S.*");
  }

  @Test
  void refusesAnUnresolvedReference() throws IOException {
    Path broken =
        file(
            "openapi.yaml",
            Files.readString(RELEASED).replace("parameters/Limit'", "parameters/Nothing'"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractDiff.between(RELEASED, broken))
        .withMessageContaining("parameters/Nothing");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
