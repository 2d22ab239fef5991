package io.github.thriveaudience.guard.contract;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Pairs of schemas that allow the same: in OpenAPI 3.0, and as of 3.1. */
final class SameMeanings {
  private SameMeanings() {}

  /** A schema of 3.0, and one of 3.1. */
  static List<Arguments> ofVersions() {
    return List.of(
        pair("{type: string, nullable: true}", "{type: [string, 'null']}"),
        pair("{type: string, nullable: true}", "{type: ['null', string]}"),
        pair("{type: string, nullable: true}", "{anyOf: [{type: string}, {type: 'null'}]}"),
        pair(
            "{type: string, enum: [a, b, null], nullable: true}",
            "{type: [string, 'null'], enum: [a, b, null]}"),
        pair(
            "{nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}"),
        pair(
            "{nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}",
            "{anyOf: [{type: 'null'}, {$ref: '#/components/schemas/A'}], description: One}"),
        pair(
            "{allOf: [{$ref: '#/components/schemas/A'}], description: One}",
            "{$ref: '#/components/schemas/A', description: One}"),
        pair(
            "{type: integer, minimum: 1, exclusiveMinimum: true}",
            "{type: integer, exclusiveMinimum: 1}"),
        pair(
            "{type: number, maximum: 9, exclusiveMaximum: true}",
            "{type: number, exclusiveMaximum: 9}"),
        pair("{type: number, minimum: 9, exclusiveMinimum: false}", "{type: number, minimum: 9}"),
        pair("{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0}"),
        pair("{type: string, format: byte}", "{type: string, contentEncoding: base64}"),
        pair(
            "{type: string, format: byte}",
            "{type: string, contentEncoding: base64, contentMediaType: image/png}"),
        pair(
            "{type: string, format: binary}",
            "{type: string, contentMediaType: application/octet-stream}"),
        pair("{type: string, format: binary}", "{contentMediaType: application/octet-stream}"),
        pair("{type: string, example: a}", "{type: string, examples: [a]}"),
        pair("{type: string, enum: [a]}", "{type: string, const: a}"),
        pair("{type: string, enum: [a]}", "{const: a}"),
        pair("{oneOf: [{type: string}, {type: integer}]}", "{type: [integer, string]}"),
        pair(
            "{oneOf: [{type: string, maxLength: 3}, {type: integer, minimum: 0}]}",
            "{type: [string, integer], maxLength: 3, minimum: 0}"),
        pair(
            "{anyOf: [{type: string}, {type: boolean}], nullable: true}",
            "{type: [string, boolean, 'null']}"),
        pair(
            "{type: array, items: {type: string, nullable: true}}",
            "{type: array, items: {type: [string, 'null']}}"),
        pair(
            "{type: object, additionalProperties: {type: string, nullable: true}}",
            "{type: object, additionalProperties: {type: [string, 'null']}}"),
        pair(
            "{type: object, additionalProperties: true}",
            "{type: object, additionalProperties: {}}"),
        pair(
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            "{type: object, properties: {a: {type: string}}, unevaluatedProperties: false}"),
        pair(
            "{type: string, enum: [a, b]}",
            "{oneOf: [{const: a, title: A}, {const: b, description: B}]}"),
        pair(
            "{type: string, enum: [a, b, null], nullable: true}",
            "{type: [string, 'null'], anyOf: [{const: a}, {const: b}, {const: null}]}"),
        pair("{}", "{$comment: any}"));
  }

  /** Two schemas of 3.0. */
  static List<Arguments> all() {
    return List.of(
        pair(
            "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [a, b]}",
            "{allOf: [{type: object, properties: {b: {type: string}}, required: [b]},"
                + " {type: object, properties: {a: {type: string}}, required: [a]}]}"),
        pair(
            "{type: object, properties: {a: {type: string}, x: {type: integer}}}",
            "{allOf: [{$ref: '#/components/schemas/A'}], properties: {x: {type: integer}}}"),
        pair(
            "{type: object, properties: {a: {type: string, maxLength: 3}}}",
            "{allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {maxLength: 3}}}]}"),
        pair(
            "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
            "{allOf: [{type: object, properties: {a: {type: string}}}], additionalProperties: false}"),
        pair(
            "{properties: {p: {$ref: '#/components/schemas/A'}}}",
            "{properties: {p: {allOf: [{$ref: '#/components/schemas/A'}], description: P}}}"),
        pair(
            "{properties: {p: {$ref: '#/components/schemas/A'}}}",
            "{properties: {p: {oneOf: [{$ref: '#/components/schemas/A'}]}}}"),
        pair(
            "{properties: {p: {$ref: '#/components/schemas/A'}}}",
            "{properties: {p: {$ref: '#/components/schemas/AliasOfA'}}}"),
        pair(
            "{properties: {p: {$ref: '#/components/schemas/Tree'}}}",
            "{properties: {p: {allOf: [{$ref: '#/components/schemas/Tree'}]}}}"),
        pair(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/A'}]}"),
        pair(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{anyOf: [{type: integer}, {type: string}]}"),
        pair(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind}}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind, mapping: {A: '#/components/schemas/A'}}}"),
        pair(
            "{properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string}}}"),
        pair("{enum: [a, b]}", "{type: string, enum: [b, a]}"),
        pair("{type: integer, minimum: 1}", "{type: integer, minimum: 1.0}"),
        pair("{type: integer, enum: [1, 2]}", "{type: integer, enum: [1.0, 2]}"),
        pair("{type: string}", "{type: string, minLength: 0, nullable: false}"),
        pair("{type: array, items: {}}", "{type: array, items: {}, uniqueItems: false}"),
        pair("{type: object}", "{type: object, additionalProperties: true}"),
        pair("{type: string}", "{type: string, description: Other, example: a, x-loggable: true}"),
        pair(
            "{type: string, not: {enum: [a]}}",
            "{type: string, not: {enum: [a], description: Why}}"),
        pair(
            "{properties: {a: {type: string}, b: {type: string}}, required: [a, b]}",
            "{required: [b, a], properties: {b: {type: string}, a: {type: string}}}"));
  }

  private static Arguments pair(String one, String other) {
    return Arguments.of(one, other);
  }
}
