package io.github.thriveaudience.generator.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.generator.GeneratedClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In OpenAPI 3.1, a path can refer to a path item of the components. */
class PathItemsTest {
  private static final String SPEC =
      """
      openapi: 3.1.0
      info: {title: a, version: '1'}
      paths:
        /things/{id}: {$ref: '#/components/pathItems/Thing'}
      components:
        pathItems:
          Thing:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: getThing
              responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        schemas:
          Thing: {type: object, properties: {a: {type: string}}}
      """;

  @Test
  void anOperationOfAPathItemIsGenerated(@TempDir Path folder) throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), SPEC);

    Class<?> api = loaded(GeneratedClient.of(spec, folder), "DefaultApi");

    assertThat(api.getMethods()).extracting(Method::getName).containsExactly("getThing");
    assertThat(Arrays.stream(api.getMethods()).findFirst())
        .get()
        .satisfies(
            method -> {
              assertThat(method.getReturnType().getSimpleName()).isEqualTo("Thing");
              assertThat(method.getParameterTypes()).startsWith(String.class);
            });
  }

  private static Class<?> loaded(ClassLoader client, String name) {
    try {
      return client.loadClass("io.github.thriveaudience.api." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
