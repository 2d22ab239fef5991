package io.github.thriveaudience.generator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.generator.GeneratedClient;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be generated right stops the generation, with its place and what to write instead.
 */
class RefusalsTest {
  private static final String OK = "responses: {'204': {description: done}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in: query, style: deepObject, schema: {type: string} | deepObject for objects only | form",
        "in: query, style: deepObject, schema: {type: array, items: {type: string}} | objects only | form",
        "in: query, style: pipeDelimited, schema: {type: string} | for lists | style: form",
        "in: query, style: pipeDelimited, explode: true, schema: {type: array, items: {type: string}} | without explode | explode: false",
        "in: query, style: spaceDelimited, explode: true, schema: {type: array, items: {type: string}} | without explode | explode: false",
        "in: query, allowReserved: true, schema: {type: string} | reserved characters | allowReserved: false",
        "in: query, schema: {type: array, items: {type: array, items: {type: string}}} | defines no style | content: application/json",
        "in: query, schema: {type: object, properties: {a: {type: array, items: {type: string}}}} | defines no style | content: application/json",
        "in: query, style: deepObject, schema: {type: object, properties: {a: {type: object, properties: {b: {type: string}}}}} | defines no style | application/json",
        "in: query, schema: {oneOf: [{type: string}, {type: array, items: {type: string}}]} | defines no style | content: application/json",
        "in: query, schema: {} | defines no style | content: application/json",
        "in: query, content: {application/xml: {schema: {type: string}}} | content application/xml | application/json",
        "in: header, schema: {type: array, items: {type: object}} | defines no style | content: application/json",
        "in: path, required: true, schema: {type: string} | the path has no such parameter | in: query",
      })
  void aParameter(String parameter, String problem, String instead) {
    assertRefused(
        "get: {parameters: [{name: a/b, " + parameter + "}], " + OK + "}",
        "#/paths/~1things/get/parameters/a~1b (in: ",
        problem,
        instead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "cookie"})
  void aNameThatIsNoToken(String in) {
    assertRefused(
        "get: {parameters: [{name: a b, in: " + in + ", schema: {type: string}}], " + OK + "}",
        "#/paths/~1things/get/parameters/a b (in: " + in + ")",
        "is a token",
        "letters, digits and hyphens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema: {type: array, items: {type: string}}",
        "explode: true, schema: {type: object, properties: {a: {type: string}}}"
      })
  void anExplodedCookie(String parameter) {
    assertRefused(
        "get: {parameters: [{name: a, in: cookie, " + parameter + "}], " + OK + "}",
        "#/paths/~1things/get/parameters/a (in: cookie)",
        "by &, which is no separator of cookies",
        "explode: false");
  }

  @Test
  void anExplodedObjectAsALabel() {
    assertThatThrownBy(
            () ->
                prepare(
                    "3.0.3",
                    "/things/{a}",
                    "get: {parameters: [{name: a, in: path, required: true, style: label, explode:"
                        + " true, schema: {type: object}}], "
                        + OK
                        + "}"))
        .hasMessageContainingAll("#/paths/~1things~1{a}/get/parameters/a", "label", "simple");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a#b | fragment | without #",
        "/a?b={c} | query in a path | in: query",
        "/a?b= | query in a path | in: query",
        "/a{b | brace | %7B",
        "/a/{b} | not described | in: path",
      })
  void aPath(String path, String problem, String instead) {
    assertThatThrownBy(() -> prepare("3.0.3", path, "get: {" + OK + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("#/paths/~1a", problem, "Instead: ", instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get | application/json: {schema: {type: string}} | body of a GET | query parameters",
        "head | application/json: {schema: {type: string}} | body of a HEAD | query parameters",
        "post | application/xml: {schema: {type: object}} | [application/xml] | application/json",
        "post | '*/*': {schema: {type: object}} | [*/*] | application/json",
        "post | multipart/mixed: {schema: {type: object, properties: {a: {type: string}}}} | [multipart/mixed] | application/octet-stream",
        "post | multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}, encoding: {f: {contentType: image/png}}} | headers of its own | no encoding",
        "post | multipart/form-data: {schema: {type: object}} | without named fields | properties",
        "post | text/plain: {schema: {type: integer}} | more than a string | type: string",
        "post | application/octet-stream: {schema: {type: object}} | more than bytes | format: binary",
        "post | application/x-www-form-urlencoded: {schema: {type: object}} | without named fields | properties",
        "post | application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: object}}}} | the field \"f\" | application/json",
        "post | application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: array, items: {type: string}}}}, encoding: {f: {explode: false}}} | encoding of its own | explode: true",
        "post | application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: string}}}, encoding: {f: {contentType: application/json}}} | encoding of its own | contentType",
      })
  void aBody(String method, String content, String problem, String instead) {
    assertRefused(
        method + ": {requestBody: {content: {" + content + "}}, " + OK + "}",
        "#/paths/~1things/" + method + "/requestBody",
        problem,
        instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'200': {description: a, content: {application/xml: {schema: {type: object}}}} | [application/xml] | application/json",
        "'200': {description: a, content: {text/plain: {schema: {type: integer}}}} | more than a string | type: string",
        "'200': {description: a, content: {application/json: {schema: {type: string}}}}, '207': {description: b, content: {application/json: {schema: {type: integer}}}} | different bodies | one schema",
        "'200': {description: a, content: {application/json: {schema: {type: string}}}}, '202': {description: b, content: {text/plain: {schema: {type: string}}}} | different bodies | one schema",
      })
  void aResponse(String responses, String problem, String instead) {
    assertRefused(
        "get: {responses: {" + responses + "}}",
        "#/paths/~1things/get/responses",
        problem,
        instead);
  }

  @Test
  void aParameterThatIsNowhere() {
    assertRefused(
        "get: {parameters: [{$ref: '#/components/parameters/Nowhere'}], " + OK + "}",
        "#/paths/~1things/get/parameters",
        "the parameter #/components/parameters/Nowhere is not found",
        "a reference to #/components/parameters");
  }

  @Test
  void aPathItemThatIsNowhere() {
    assertThatThrownBy(() -> prepare("3.1.0", "/a", "$ref: '#/components/pathItems/Nowhere'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "#/paths/~1a: the path item #/components/pathItems/Nowhere", "Instead: ");
  }

  @Test
  void tagsOfOneNameInJava() {
    assertRefused(
        "get: {tags: [a-b], " + OK + "}\n    put: {tags: [aB], " + OK + "}",
        "#/paths/~1things/put",
        "the tags \"aB\" and \"a-b\" become one name",
        "differ in letters or digits");
  }

  @Test
  void serversOfOneTag() {
    assertRefused(
        "get: {tags: [a], "
            + OK
            + "}\n    put: {tags: [a], servers: [{url: 'http://b'}], "
            + OK
            + "}",
        "#/paths/~1things/put/servers",
        "several servers",
        "a tag of their own");
  }

  @Test
  void allOfThemAtOnce() {
    assertThatThrownBy(
            () ->
                prepare(
                    "3.0.3",
                    "/things",
                    "get: {parameters: [{name: a, in: query, schema: {}}, {name: b, in: query,"
                        + " schema: {}}], "
                        + OK
                        + "}"))
        .hasMessageContainingAll("/parameters/a (in: query)", "/parameters/b (in: query)");
  }

  @Test
  void whatTheGeneratorSays(@TempDir Path folder) throws IOException {
    Path spec = folder.resolve("spec.yaml");
    Files.writeString(
        spec, text("3.0.3", "/a", "post: {requestBody: {content: {text/xml: {}}}, " + OK + "}"));

    assertThatThrownBy(() -> GeneratedClient.generate(spec, folder.resolve("out")))
        .hasMessageContaining("#/paths/~1a/post/requestBody: a body of [text/xml]");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private static void assertRefused(
      String operations, String place, String problem, String instead) {
    Stream.of("3.0.3", "3.1.0")
        .forEach(
            version ->
                assertThatThrownBy(() -> prepare(version, "/things", operations))
                    .as(version)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(place, problem, "Instead: ", instead));
  }

  private static void prepare(String version, String path, String operations) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    OpenAPI spec =
        new OpenAPIV3Parser()
            .readContents(text(version, path, operations), null, options)
            .getOpenAPI();
    new Operations(spec, schema -> "Object").prepare();
  }

  private static String text(String version, String path, String operations) {
    return "openapi: "
        + version
        + "\ninfo: {title: a, version: '1'}\npaths:\n  '"
        + path
        + "':\n    "
        + operations
        + "\n";
  }
}
