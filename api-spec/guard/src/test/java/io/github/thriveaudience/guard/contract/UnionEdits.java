package io.github.thriveaudience.guard.contract;

import static io.github.thriveaudience.guard.contract.Severity.ADDITIVE;
import static io.github.thriveaudience.guard.contract.Severity.BREAKING;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Edits of enums and unions, as in {@link SchemaEdits}. */
final class UnionEdits {
  private UnionEdits() {}

  static List<Arguments> all() {
    return List.of(
        // Enums.
        edit(
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [a, b, c]}",
            ADDITIVE,
            ADDITIVE,
            "enum was [a, b], is [a, b, c]"),
        edit(
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [a]}",
            BREAKING,
            ADDITIVE,
            "enum was [a, b], is [a]"),
        edit(
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [a, c]}",
            BREAKING,
            ADDITIVE,
            "enum was [a, b], is [a, c]"),
        edit(
            "{type: string, enum: [a, b]}",
            "{type: string}",
            ADDITIVE,
            BREAKING,
            "enum was [a, b], is not set"),
        edit(
            "{properties: {c: {$ref: '#/components/schemas/Color'}}}",
            "{properties: {c: {type: string, enum: [red, green]}}}",
            BREAKING,
            BREAKING,
            "c: was the schema Color, is a schema without a name"),

        // Unions.
        edit(
            "{type: string}",
            "{oneOf: [{type: string}, {type: integer}]}",
            ADDITIVE,
            BREAKING,
            "was string, is oneOf [string, integer]"),
        edit(
            "{oneOf: [{type: string}, {type: integer}]}",
            "{type: string}",
            BREAKING,
            BREAKING,
            "was oneOf [string, integer], is string"),
        edit(
            "{$ref: '#/components/schemas/A'}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            ADDITIVE,
            BREAKING,
            "was A, is oneOf [A, B]"),
        edit(
            "{type: boolean}",
            "{oneOf: [{type: string}, {type: integer}]}",
            BREAKING,
            BREAKING,
            "was boolean, is oneOf [string, integer]"),
        edit(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/A'},"
                + " {$ref: '#/components/schemas/B'}]}",
            ADDITIVE,
            BREAKING,
            "variant C added"),
        edit(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'},"
                + " {$ref: '#/components/schemas/C'}]}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            BREAKING,
            BREAKING,
            "variant C removed"),
        edit(
            "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: string}]}",
            "{oneOf: [{type: string}, {type: object, properties: {a: {type: boolean}}}]}",
            BREAKING,
            BREAKING,
            "(oneOf 1).a: type was string, is boolean"),
        edit(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            ADDITIVE,
            BREAKING,
            "was oneOf, is anyOf"),
        edit(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind}}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: type}}",
            BREAKING,
            BREAKING,
            "discriminator was kind, is type"),
        edit(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind}}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind, mapping: {a: '#/components/schemas/A'}}}",
            BREAKING,
            BREAKING,
            "value A of the discriminator removed"),
        edit(
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind, mapping: {a: A, b: B}}}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
                + " discriminator: {propertyName: kind, mapping: {a: B, b: A}}}",
            BREAKING,
            BREAKING,
            "value a of the discriminator was A, is B"),
        edit(
            "{properties: {k: {type: string}}, discriminator: {propertyName: k, mapping: {a: A}}}",
            "{properties: {k: {type: string}}, discriminator: {propertyName: k, mapping: {a: B}}}",
            BREAKING,
            BREAKING,
            "value a of the discriminator was A, is B"));
  }

  private static Arguments edit(
      String before, String after, Severity request, Severity response, String said) {
    return Arguments.of(before, after, request, response, said);
  }
}
