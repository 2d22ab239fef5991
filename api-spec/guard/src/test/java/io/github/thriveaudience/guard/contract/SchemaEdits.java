package io.github.thriveaudience.guard.contract;

import static io.github.thriveaudience.guard.contract.Severity.ADDITIVE;
import static io.github.thriveaudience.guard.contract.Severity.BREAKING;
import static io.github.thriveaudience.guard.contract.Severity.WORDING;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Edits of a schema: before, after, the severity in a request, the severity in a response, and what
 * is said of the response. {@code A}, {@code B}, {@code C} and {@code Color} are other schemas.
 */
final class SchemaEdits {
  private SchemaEdits() {}

  static List<Arguments> all() {
    return List.of(
        // Fields.
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string}, b: {type: string}}}",
            ADDITIVE,
            ADDITIVE,
            "b: added"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string}, b: {type: string}}, required: [b]}",
            BREAKING,
            BREAKING,
            "b: added, and required"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string}, b: {type: string, nullable: true}}, required: [b]}",
            BREAKING,
            ADDITIVE,
            "b: added"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string}}, required: [a]}",
            BREAKING,
            BREAKING,
            "a: became required"),
        edit(
            "{properties: {a: {type: string, nullable: true}}}",
            "{properties: {a: {type: string, nullable: true}}, required: [a]}",
            BREAKING,
            ADDITIVE,
            "a: became required"),
        edit(
            "{properties: {a: {type: string}}, required: [a]}",
            "{properties: {a: {type: string}}}",
            ADDITIVE,
            BREAKING,
            "a: is no longer required"),
        edit(
            "{properties: {a: {type: string, nullable: true}}, required: [a]}",
            "{properties: {a: {type: string}}, required: [a]}",
            BREAKING,
            BREAKING,
            "a: can no longer be null"),
        edit(
            "{properties: {a: {type: string, nullable: true}}}",
            "{properties: {a: {type: string}}}",
            BREAKING,
            ADDITIVE,
            "a: can no longer be null"),
        edit(
            "{type: array, items: {type: string, nullable: true}}",
            "{type: array, items: {type: string}}",
            BREAKING,
            BREAKING,
            "[]: can no longer be null"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string, readOnly: true}}}",
            BREAKING,
            WORDING,
            "the file: comments"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string, writeOnly: true}}}",
            WORDING,
            BREAKING,
            "a: is no longer part of the response"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string, deprecated: true}}}",
            ADDITIVE,
            ADDITIVE,
            "a: became deprecated"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string, description: Other}}}",
            WORDING,
            WORDING,
            "a: description reworded"),
        edit(
            "{properties: {value: {$ref: '#/components/schemas/A'}, default: {type: string}}}",
            "{properties: {value: {$ref: '#/components/schemas/A'}, default: {type: integer}}}",
            BREAKING,
            BREAKING,
            "default: type was string, is integer"),
        edit(
            "{allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}",
            "{allOf: [{$ref: '#/components/schemas/A'}, {properties: {y: {type: string}}}]}",
            BREAKING,
            BREAKING,
            "x: removed"),
        edit(
            "{allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}",
            "{allOf: [{$ref: '#/components/schemas/A'}, {required: [a]}, {properties: {x: {type: string}}}]}",
            BREAKING,
            BREAKING,
            "a: became required"),
        edit(
            "{allOf: [{type: string, maxLength: 9}, {maxLength: 5}]}",
            "{allOf: [{maxLength: 5}, {type: string, maxLength: 3}]}",
            BREAKING,
            ADDITIVE,
            "maxLength was 5, is 3"),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string, x-loggable: true}}}",
            WORDING,
            WORDING,
            "a: x-loggable was not set, is true"),

        // Types and formats.
        edit(
            "{type: string}", "{type: integer}", BREAKING, BREAKING, "type was string, is integer"),
        edit(
            "{type: integer, format: int32}",
            "{type: integer, format: int64}",
            BREAKING,
            BREAKING,
            "format was int32, is int64"),
        edit(
            "{type: string}",
            "{type: string, format: email}",
            BREAKING,
            ADDITIVE,
            "format was not set, is email"),
        edit(
            "{type: string, format: date-time}",
            "{type: string, format: date}",
            BREAKING,
            BREAKING,
            "format was date-time, is date"),
        edit(
            "{type: string}",
            "{type: string, format: byte}",
            BREAKING,
            BREAKING,
            "format was not set, is byte"),
        edit(
            "{type: string}",
            "{type: string, format: password}",
            WORDING,
            WORDING,
            "format was not set, is password"),
        edit(
            "{type: integer}", "{type: number}", BREAKING, BREAKING, "type was integer, is number"),
        edit(
            "{type: object}",
            "{type: object, properties: {a: {type: string}}}",
            ADDITIVE,
            BREAKING,
            "was a map, has fields now"),
        // Constraints.
        edit(
            "{type: integer, minimum: 0}",
            "{type: integer, minimum: 0, exclusiveMinimum: true}",
            BREAKING,
            ADDITIVE,
            "exclusiveMinimum was false, is true"),
        edit(
            "{type: string}",
            "{type: string, pattern: '^a'}",
            BREAKING,
            ADDITIVE,
            "pattern was not set, is ^a"),
        edit(
            "{type: string, pattern: '^a'}",
            "{type: string, pattern: '^b'}",
            BREAKING,
            BREAKING,
            "pattern was ^a, is ^b"),
        edit(
            "{type: array, items: {type: string}}",
            "{type: array, items: {type: string}, uniqueItems: true}",
            BREAKING,
            BREAKING,
            "uniqueItems was false, is true"),
        edit(
            "{type: object, additionalProperties: {type: string}}",
            "{type: object, additionalProperties: {type: integer}}",
            BREAKING,
            BREAKING,
            "*: type was string, is integer"),
        edit(
            "{type: object, additionalProperties: {type: string}}",
            "{type: object, additionalProperties: false}",
            BREAKING,
            ADDITIVE,
            "additionalProperties was a schema, is false"),
        edit(
            "{type: string, not: {enum: [a]}}",
            "{type: string, not: {enum: [b]}}",
            BREAKING,
            BREAKING,
            "not was "),
        edit(
            "{type: integer, default: 1}",
            "{type: integer, default: 2}",
            BREAKING,
            WORDING,
            "default was 1, is 2"));
  }

  /** The same as of OpenAPI 3.1. */
  static List<Arguments> ofJsonSchema() {
    return List.of(
        edit("{type: string}", "{type: [string, 'null']}", ADDITIVE, BREAKING, "can be null"),
        edit(
            "{type: string}",
            "{type: [string, integer]}",
            ADDITIVE,
            BREAKING,
            "was string, is type [integer, string]"),
        edit(
            "{type: [string, integer]}",
            "{type: [string, integer, boolean]}",
            ADDITIVE,
            BREAKING,
            "variant boolean added"),
        edit(
            "{type: [string, integer], minimum: 1}",
            "{type: [string, integer], minimum: 2}",
            BREAKING,
            ADDITIVE,
            "(integer): minimum was 1, is 2"),
        edit(
            "{type: integer, exclusiveMinimum: 1}",
            "{type: integer, exclusiveMinimum: 3}",
            BREAKING,
            ADDITIVE,
            "minimum was 1, is 3"),
        edit(
            "{type: string, contentEncoding: base64}",
            "{type: string, contentEncoding: base64url}",
            BREAKING,
            BREAKING,
            "contentEncoding was not set, is base64url"),
        edit("{const: a}", "{const: b}", BREAKING, ADDITIVE, "enum was [a], is [b]"),
        edit(
            "{$ref: '#/components/schemas/A'}",
            "{$ref: '#/components/schemas/A', required: [a]}",
            BREAKING,
            BREAKING,
            "a: became required"),
        edit(
            "{type: array, prefixItems: [{type: string}]}",
            "{type: array, prefixItems: [{type: integer}]}",
            BREAKING,
            BREAKING,
            "prefixItems was "),
        edit(
            "{properties: {a: {type: string}}}",
            "{properties: {a: {type: string}}, unevaluatedProperties: false}",
            BREAKING,
            ADDITIVE,
            "additionalProperties was not set, is false"));
  }

  private static Arguments edit(
      String before, String after, Severity request, Severity response, String said) {
    return Arguments.of(before, after, request, response, said);
  }
}
