package io.github.thriveaudience.generator.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.thriveaudience.generator.GeneratedClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is generated of each kind of schema compiles, and reads and writes what is valid. */
class SchemasZooTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Path FOLDER = Path.of("src/test/resources/zoo/schemas");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> ofOpenApi30() throws Exception {
    return tests("zoo-3.0.yaml");
  }

  @TestFactory
  Stream<DynamicTest> ofOpenApi31() throws Exception {
    return tests("zoo-3.1.yaml");
  }

  private Stream<DynamicTest> tests(String document) throws Exception {
    Path spec = FOLDER.resolve(document);
    ClassLoader classes = GeneratedClient.of(spec.toAbsolutePath(), temporary);
    JsonNode schemas = schemas(spec);
    List<DynamicTest> tests = new ArrayList<>();
    for (var schema : schemas.properties()) {
      Class<?> type = type(schema.getKey(), schema.getValue(), classes);
      for (JsonNode valid : schema.getValue().path("x-valid")) {
        tests.add(
            DynamicTest.dynamicTest(schema.getKey() + " takes " + valid, () -> takes(type, valid)));
      }
      for (JsonNode invalid : schema.getValue().path("x-invalid")) {
        tests.add(
            DynamicTest.dynamicTest(
                schema.getKey() + " refuses " + invalid, () -> refuses(type, invalid)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static JsonNode schemas(Path spec) throws Exception {
    return YAMLMapper.builder()
        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build()
        .readTree(spec.toFile())
        .path("components")
        .path("schemas");
  }

  private static Class<?> type(String schema, JsonNode definition, ClassLoader classes)
      throws ClassNotFoundException {
    String name = definition.path("x-class").asText(schema);
    return definition.has("x-valid")
        ? classes.loadClass("io.github.thriveaudience.model." + name)
        : Object.class;
  }

  private static void takes(Class<?> type, JsonNode valid) throws Exception {
    Object read = JSON.readValue(valid.toString(), type);
    JsonNode written = JSON.readTree(JSON.writeValueAsString(read));

    assertThat(withoutAddedNulls(written, valid)).isEqualTo(normal(valid));
    assertThat(JSON.readValue(written.toString(), type)).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(deserialized(serialized(read), type.getClassLoader())).isEqualTo(read);
  }

  private static byte[] serialized(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object deserialized(byte[] bytes, ClassLoader classes)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, classes);
          }
        }) {
      return in.readObject();
    }
  }

  /** Null and absent are alike, where null is allowed. */
  private static JsonNode withoutAddedNulls(JsonNode written, JsonNode valid) {
    if (written instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      object
          .properties()
          .forEach(
              field -> {
                JsonNode original = valid.path(field.getKey());
                if (!field.getValue().isNull() || !original.isMissingNode()) {
                  copy.set(field.getKey(), withoutAddedNulls(field.getValue(), original));
                }
              });
      return copy;
    }
    if (written instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      for (int index = 0; index < array.size(); index++) {
        copy.add(withoutAddedNulls(array.get(index), valid.path(index)));
      }
      return copy;
    }
    return normal(written);
  }

  /** Numbers are compared by value. */
  private static JsonNode normal(JsonNode value) {
    if (value.isNumber()) {
      return JSON.getNodeFactory().textNode(value.decimalValue().stripTrailingZeros().toString());
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      object.properties().forEach(field -> copy.set(field.getKey(), normal(field.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(item -> copy.add(normal(item)));
      return copy;
    }
    return value;
  }

  private static void refuses(Class<?> type, JsonNode invalid) {
    Throwable refusal = catchThrowable(() -> JSON.readValue(invalid.get(1).toString(), type));

    assertThat(refusal).isInstanceOf(JsonMappingException.class);
    assertThat(path((JsonMappingException) refusal)).isEqualTo(invalid.get(0).asText());
  }

  private static String path(JsonMappingException refusal) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : refusal.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
