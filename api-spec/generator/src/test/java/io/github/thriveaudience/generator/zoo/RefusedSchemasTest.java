package io.github.thriveaudience.generator.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.generator.GeneratedClient;
import io.github.thriveaudience.generator.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be generated stops the build, with the place and what to write instead. */
class RefusedSchemasTest {
  private static final String LOOP =
      "B: {allOf: [{$ref: '#/components/schemas/B'}, {type: object}]}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{$ref: '#/components/schemas/Nowhere'} | components.schemas.A.properties.a | leads to no schema. Put",
        "{type: array, items: {$ref: '#/components/schemas/A/properties/b'}} | components.schemas.A.properties.a.items | leads to no schema",
        "{$ref: '#/components/schemas/B'} | components.schemas.B | is a part of itself. Remove",
        "{type: string, format: password, x-loggable: true} | components.schemas.A.properties.a | cannot be shown in logs. Remove",
        "{type: string, x-loggable: 'yes'} | components.schemas.A.properties.a.x-loggable | neither true nor false",
        "{oneOf: [{$ref: '#/components/schemas/C'}], discriminator: {propertyName: a, mapping: {x: Nobody}}} | components.schemas.A.properties.a.discriminator.mapping.x | is no schema of an object. Write",
        "{type: strin} | components.schemas.A.properties.a | there is no type strin. Write one of",
        "{type: string, enum: [on, off]} | components.schemas.A.properties.a.enum[0] | reads on as a truth value",
        "{type: object, properties: {No: {type: string}}} | components.schemas.A.properties.a.properties.No | Write it in quotes",
        "{type: object, properties: [a]} | spec.yaml | components.schemas.A.properties is not of type",
      })
  void namesThePlace(String schema, String place, String problem) throws Exception {
    assertThat(refusal("a: " + schema))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @Test
  void namesAnObjectThatHasTooManyFields() throws Exception {
    String fields =
        IntStream.range(0, 251)
            .mapToObj(one -> "f" + one + ": {type: string}")
            .collect(Collectors.joining(", "));

    assertThat(refusal(fields)).hasMessageStartingWith("components.schemas.A: ");
  }

  private Throwable refusal(String properties) throws Exception {
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            """
            openapi: 3.0.3
            info: {title: Refused, version: '1'}
            paths: {}
            components:
              schemas:
                A: {type: object, properties: {%s}}
                %s
                C: {type: object, properties: {a: {type: string}}}
            """
                .formatted(properties, properties.contains("/B") ? LOOP : ""));
    Throwable thrown = catchThrowable(() -> GeneratedClient.generate(spec, folder.resolve("out")));
    while (thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    return thrown;
  }
}
