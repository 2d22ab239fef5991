package io.github.thriveaudience.generator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.generator.GeneratedClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that refer to many others, which refer to many others. */
class DenseSchemasTest {
  private static final int SCHEMAS = 30;

  @TempDir Path folder;

  @Test
  void generatesThemInAFewSeconds() throws Exception {
    String schemas =
        IntStream.range(0, SCHEMAS)
            .mapToObj(DenseSchemasTest::schema)
            .collect(Collectors.joining());
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            """
            openapi: 3.0.3
            info: {title: Dense, version: '1'}
            paths:
              /first:
                get:
                  operationId: first
                  responses:
                    '200':
                      description: The first.
                      content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}
            components:
              schemas:
            """
                + schemas);

    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> GeneratedClient.generate(spec, folder.resolve("out")));

    assertThat(folder.resolve("out/java/io/github/thriveaudience/model/S29.java")).exists();
  }

  private static String schema(int number) {
    String next = "{$ref: '#/components/schemas/S" + (number + 1) % SCHEMAS + "'}";
    return "    S%d: {type: object, properties: {a: %s, b: %s, c: %s}}\n"
        .formatted(number, next, next, next);
  }
}
