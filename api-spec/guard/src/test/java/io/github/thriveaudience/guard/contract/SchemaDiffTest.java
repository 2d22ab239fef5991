package io.github.thriveaudience.guard.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies what is said of each kind of change of a schema, in a request and in a response. */
class SchemaDiffTest {
  private static final String EDITS = "io.github.thriveaudience.guard.contract.SchemaEdits#";
  private static final String UNIONS = "io.github.thriveaudience.guard.contract.UnionEdits#all";
  private static final String SAME = "io.github.thriveaudience.guard.contract.SameMeanings#";

  private static final String DOCUMENT =
      """
      openapi: VERSION
      info: {title: test, version: 1.0.0}
      paths:
        /a:
          post:
            requestBody: {content: {application/json: {schema: REQUEST}}}
            responses:
              '200':
                description: one
                content: {application/json: {schema: RESPONSE}}
      components:
        schemas:
          A: {type: object, properties: {a: {type: string}}}
          AliasOfA: {$ref: '#/components/schemas/A'}
          B: {type: object, properties: {b: {type: string}}}
          C: {type: object, properties: {c: {type: string}}}
          Color: {type: string, enum: [red, green]}
          Tree: {type: object, properties: {trees: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource({EDITS + "all", UNIONS})
  void classifiesAnEdit(
      String before, String after, Severity request, Severity response, String said)
      throws IOException {
    classifies("3.0.3", before, after, request, response, said);
  }

  @ParameterizedTest
  @MethodSource({EDITS + "ofJsonSchema"})
  void classifiesAnEditOfJsonSchema(
      String before, String after, Severity request, Severity response, String said)
      throws IOException {
    classifies("3.1.0", before, after, request, response, said);
  }

  private void classifies(
      String version, String before, String after, Severity request, Severity response, String said)
      throws IOException {
    List<Change> ofRequest =
        ContractDiff.between(request("old", version, before), request("new", version, after));
    List<Change> ofResponse =
        ContractDiff.between(response("old", version, before), response("new", version, after));

    assertThat(Change.highest(ofRequest)).as(ofRequest.toString()).isEqualTo(request);
    assertThat(Change.highest(ofResponse)).as(ofResponse.toString()).isEqualTo(response);
    assertThat(ofResponse)
        .extracting(change -> change.toString().replaceFirst("POST /a: response 200(: )?", ""))
        .as("what is said")
        .anyMatch(change -> change.startsWith(said));
  }

  @ParameterizedTest
  @MethodSource({SAME + "ofVersions"})
  void takesTheSameInAnotherVersionForTheSame(String old, String current) throws IOException {
    assertSame("3.0.3", old, "3.1.0", current);
  }

  @ParameterizedTest
  @MethodSource({SAME + "all"})
  void takesTheSameInOtherWordsForTheSame(String old, String current) throws IOException {
    assertSame("3.0.3", old, "3.0.3", current);
    assertSame("3.1.0", old.replace(", nullable: false", ""), "3.1.0", current);
  }

  private void assertSame(String oldVersion, String old, String version, String current)
      throws IOException {
    assertNothingButWording(request("old", oldVersion, old), request("new", version, current));
    assertNothingButWording(response("old", oldVersion, old), response("new", version, current));
  }

  private static void assertNothingButWording(Path one, Path other) {
    assertThat(ContractDiff.between(one, other))
        .allMatch(change -> change.severity() == Severity.WORDING);
    assertThat(ContractDiff.between(other, one))
        .allMatch(change -> change.severity() == Severity.WORDING);
  }

  @Test
  void saysWhatAChangeDoesToUsers() throws IOException {
    assertThat(
            consequence(
                "{properties: {b: {type: string}}}",
                "{properties: {a: {type: string}, b: {type: string}}, required: [a]}"))
        .contains("NullPointerException")
        .contains("MalformedResponseException");
    assertThat(
            consequence(
                "{properties: {b: {type: string}}}",
                "{properties: {a: {type: string}, b: {type: string}}}"))
        .contains("additionalProperties()");
    assertThat(consequence("{enum: [a]}", "{enum: [a, b]}")).contains("open set");
    assertThat(consequence("{type: string}", "{oneOf: [{type: string}, {type: integer}]}"))
        .contains("Java type changes");
  }

  private String consequence(String before, String after) throws IOException {
    return ContractDiff.between(response("old", "3.0.3", before), response("new", "3.0.3", after))
        .get(0)
        .consequence();
  }

  private Path request(String name, String version, String schema) throws IOException {
    return file(name, version, schema, "{}");
  }

  private Path response(String name, String version, String schema) throws IOException {
    return file(name, version, "{}", schema);
  }

  private Path file(String name, String version, String request, String response)
      throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        DOCUMENT
            .replace("VERSION", version)
            .replace("REQUEST", request)
            .replace("RESPONSE", response));
  }
}
