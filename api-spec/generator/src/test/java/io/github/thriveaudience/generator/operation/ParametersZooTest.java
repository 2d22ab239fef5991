package io.github.thriveaudience.generator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Request;
import io.github.thriveaudience.generator.GeneratedClient;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each operation of the zoo lists calls with {@code x-calls}, and what the server has to receive,
 * taken from the tables of OpenAPI and RFC 6570.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersZooTest {
  private static final String API_PACKAGE = "io.github.thriveaudience.api.";
  private static final ObjectMapper YAML = Yaml.mapper();

  private final Map<Class<?>, Object> targets = new HashMap<>();
  private Recorder server;

  @BeforeAll
  void start() throws IOException {
    server = new Recorder();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> sendsWhatTheSpecSaysIn30(@TempDir Path folder) throws Exception {
    return calls(spec("zoo-3.0.yaml"), folder);
  }

  /** In OpenAPI 3.1, the same and what is new there. */
  @TestFactory
  Stream<DynamicTest> sendsWhatTheSpecSaysIn31(@TempDir Path folder) throws Exception {
    String more = Files.readString(spec("paths-3.1.yaml"));
    String text = Files.readString(spec("zoo-3.0.yaml"));
    assertThat(text).contains("openapi: 3.0.3", "\npaths:\n");
    Path spec = folder.resolve("zoo-3.1.yaml");
    Files.writeString(
        spec,
        text.replace("openapi: 3.0.3", "openapi: 3.1.0")
            .replace("\npaths:\n", "\npaths:\n" + more));
    return calls(spec, folder);
  }

  private static Path spec(String name) {
    return Path.of("src/test/resources/zoo/parameters", name).toAbsolutePath();
  }

  private Stream<DynamicTest> calls(Path spec, Path folder) throws IOException {
    ClassLoader client = GeneratedClient.of(spec, folder);
    JsonNode paths = YAML.readTree(spec.toFile()).path("paths");
    return paths.properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .filter(operation -> operation.getValue().has("x-calls"))
        .flatMap(operation -> calls(operation.getValue(), client));
  }

  private Stream<DynamicTest> calls(JsonNode operation, ClassLoader client) {
    JsonNode calls = operation.path("x-calls");
    assertThat(calls.isEmpty()).as("%s has calls", operation.path("operationId")).isFalse();
    return StreamSupport.stream(calls.spliterator(), false)
        .map(
            call ->
                DynamicTest.dynamicTest(
                    operation.path("operationId").asText() + " " + call.path("arguments"),
                    () -> check(operation, call, client)));
  }

  private void check(JsonNode operation, JsonNode call, ClassLoader client) throws Throwable {
    Class<?> api = client.loadClass(API_PACKAGE + interfaceName(operation));
    String name = operation.path("x-called").asText(operation.path("operationId").asText());
    Method method =
        Arrays.stream(api.getMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    JsonNode reply = call.path("reply");
    server.reply(new Recorder.Reply(reply.path("status").asInt(204), text(reply.path("body"))));
    Object target =
        targets.computeIfAbsent(api, one -> PlainFeign.builder().target(one, server.address()));
    Object[] arguments = arguments(call.path("arguments"), method);
    if (call.has("refused")) {
      Throwable refused = catchThrowable(() -> invoke(method, target, arguments));
      assertThat(refused).isInstanceOf(IllegalArgumentException.class);
      assertThat(refused).hasMessageContaining(call.path("refused").asText());
      return;
    }
    Object returned = invoke(method, target, arguments);
    verify(call, server.take());
    if (reply.has("returned")) {
      assertThat(PlainFeign.JSON.writeValueAsString(returned))
          .isEqualTo("" + reply.path("returned"));
    }
  }

  private static void verify(JsonNode call, Recorder.Received received) {
    assertThat(received.method() + " " + received.target())
        .isEqualTo(call.path("request").asText());
    call.path("headers")
        .properties()
        .forEach(
            header ->
                assertThat(received.headers().get(header.getKey()))
                    .as(header.getKey())
                    .isEqualTo(
                        header.getValue().isNull() ? null : List.of(header.getValue().asText())));
    if (call.has("body")) {
      assertThat(withFixedBoundary(received)).isEqualTo(text(call.path("body")));
    }
  }

  /** The boundary of a multipart body, which nobody can know, is B. */
  private static String withFixedBoundary(Recorder.Received received) {
    String type = String.join("", received.headers().getOrDefault("Content-type", List.of()));
    return type.startsWith("multipart/form-data; boundary=")
        ? received.body().replace(type.substring(type.indexOf('=') + 1), "B")
        : received.body();
  }

  private static String text(JsonNode body) {
    return body.isTextual() ? body.asText() : body.isMissingNode() ? "" : body.toString();
  }

  private static String interfaceName(JsonNode operation) {
    return operation.path("x-interface").asText("ZooApi");
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object[] arguments(JsonNode values, Method method) {
    Type[] types = method.getGenericParameterTypes();
    assertThat(types).as("parameters of %s", method).hasSize(values.size() + 1);
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      JavaType type = PlainFeign.JSON.constructType(types[i]);
      Object plain = PlainFeign.JSON.convertValue(values.get(i), Object.class);
      arguments.add(plain == null ? null : PlainFeign.JSON.convertValue(plain, type));
    }
    arguments.add(new Request.Options());
    return arguments.toArray();
  }
}
