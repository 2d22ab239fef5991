package io.github.thriveaudience.guard.contract;

import static io.github.thriveaudience.guard.contract.Severity.ADDITIVE;
import static io.github.thriveaudience.guard.contract.Severity.BREAKING;
import static io.github.thriveaudience.guard.contract.Severity.WORDING;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Edits of a contract outside of its schemas: a text and its replacement, another text and its
 * replacement, the severity, and what is said.
 */
final class DocumentEdits {
  static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: test, version: 1.0.0}
      servers:
        - url: https://{region}.example.com
          variables: {region: {default: eu}}
      security:
        - key: []
        - oauth: [read, write]
      paths:
        /pets/{petId}:
          parameters:
            - {name: petId, in: path, required: true, schema: {type: string}}
          get:
            parameters:
              - $ref: '#/components/parameters/Page'
              - {name: X-Trace, in: header, schema: {type: string}}
              - {name: tags, in: query, schema: {type: array, items: {type: string}}}
            responses:
              '200':
                description: one
                headers:
                  Retry-After: {schema: {type: string}}
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Pet'}
              default:
                $ref: '#/components/responses/Problem'
      components:
        parameters:
          Page: {name: page, in: query, schema: {type: integer, minimum: 1}}
        responses:
          Problem:
            description: problem
            content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
        schemas:
          Pet:
            type: object
            required: [id]
            properties:
              id: {type: string}
              color: {$ref: '#/components/schemas/Color'}
              parent: {$ref: '#/components/schemas/Pet'}
          Color: {type: string, enum: [red, green]}
          Problem: {type: object, properties: {message: {type: string}}}
          Unused: {type: object, properties: {a: {type: string}}}
        securitySchemes:
          key: {type: apiKey, name: key, in: header}
          oauth:
            type: oauth2
            flows:
              clientCredentials: {tokenUrl: 'https://example.com', scopes: {read: r, write: w}}
      """;

  private DocumentEdits() {}

  static List<Arguments> all() {
    return List.of(
        // What is the same on the wire.
        edit("Page'", "Number'", "    Page:", "    Number:", WORDING, ""),
        edit(
            "description: problem",
            "description: other",
            "title: test",
            "title: other",
            WORDING,
            ""),
        edit("/{petId}:", "/{id}:", "name: petId", "name: id", WORDING, "renamed to id"),
        edit("[read, write]", "[write, read]", "- key: []\n", "- key: []\n", WORDING, ""),
        edit("X-Trace", "x-trace", "Retry-After", "retry-after", WORDING, ""),
        edit("name: tags,", "name: tags, style: form, explode: true,", "", "", WORDING, ""),
        edit("application/json:\n", "Application/JSON; charset=UTF-8:\n", "", "", WORDING, ""),
        edit(
            "'#/components/responses/Problem'",
            "'#/components/responses/Failure'",
            "    Problem:\n      description",
            "    Failure:\n      description",
            WORDING,
            ""),
        edit("key: ", "apiKey: ", "", "", WORDING, "security scheme key: renamed to apiKey"),

        // Names of schemas.
        edit(
            "schemas/Color'",
            "schemas/Colour'",
            "    Color:",
            "    Colour:",
            BREAKING,
            "schema Color: renamed to Colour"),
        edit("    Unused:", "    Spare:", "", "", BREAKING, "schema Unused: renamed to Spare"),
        edit(
            "    Unused: {type: object, properties: {a: {type: string}}}\n",
            "",
            "",
            "",
            BREAKING,
            "schema Unused: removed"),
        edit(
            "color: {$ref: '#/components/schemas/Color'}",
            "color: {type: string, enum: [red, green]}",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: response 200: color: was the schema Color, is a schema without a name"),
        edit(
            "    schema: {$ref: '#/components/schemas/Pet'}",
            "    schema: {$ref: '#/components/schemas/Unused'}",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: response 200: was the schema Pet, is the schema Unused"),

        // Enums with a name.
        edit(
            "[red, green]",
            "[red, green, blue]",
            "",
            "",
            ADDITIVE,
            "GET /pets/{petId}: response 200: color: enum was [red, green], is"),
        edit(
            "[red, green]",
            "[red]",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: response 200: color: enum was [red, green], is [red]"),
        edit(
            "Color: {type: string, enum: [red, green]}",
            "Color: {type: string}",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: response 200: color: enum was"),

        // Parameters, headers, servers and security.
        edit(
            "    get:\n",
            "    get:\n      callbacks: {done: {'{$request.query.page}': {post: {responses: {'200': {description: ok}}}}}}\n",
            "",
            "",
            ADDITIVE,
            "GET /pets/{petId}: callback done: added"),
        edit(
            "schema: {type: array, items: {type: string}}",
            "content: {application/json: {schema: {type: array, items: {type: string}}}}",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: query parameter tags: has content in place of a schema"),
        edit(
            "name: tags,",
            "name: tags, explode: false,",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: query parameter tags: explode was not set, is false"),
        edit(
            "name: tags,",
            "name: tags, style: pipeDelimited,",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: query parameter tags: style was not set"),
        edit(
            "X-Trace, in: header",
            "X-Trace, in: query",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: header parameter X-Trace: removed"),
        edit(
            "default: eu",
            "default: us",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: server https://eu.example.com: removed"),
        edit(
            "security:\n  - key: []\n  - oauth: [read, write]\n",
            "",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: security {key:[]}: removed"),
        edit(
            "  - key: []\n  - oauth: [read, write]\n",
            "  - key: []\n    oauth: [read, write]\n",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: security {key:[]}: removed"),
        edit(
            "    get:\n",
            "    get:\n      deprecated: true\n",
            "",
            "",
            ADDITIVE,
            "GET /pets/{petId}: became deprecated"),
        edit(
            "        default:\n",
            "        '404':\n          description: none\n        default:\n",
            "",
            "",
            ADDITIVE,
            "GET /pets/{petId}: response 404: added"),
        edit(
            "minimum: 1",
            "minimum: 2",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: query parameter page: minimum was 1, is 2"),
        edit(
            "/pets/{petId}:",
            "/pets/{petId}/{petId}:",
            "",
            "",
            BREAKING,
            "GET /pets/{petId}: removed"));
  }

  private static Arguments edit(
      String before, String after, String also, String with, Severity severity, String said) {
    return Arguments.of(before, after, also, with, severity, said);
  }
}
