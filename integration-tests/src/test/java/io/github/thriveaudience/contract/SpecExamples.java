package io.github.thriveaudience.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the examples of the spec, each with the schema that it has to obey. */
final class SpecExamples {
  /** Where the spec is, as it is kept, and not a copy that the build made. */
  static final String LOCATION = Path.of("../api-spec/openapi.yaml").toUri().toString();

  /** Where the spec is as it was last released. */
  static final String RELEASED = Path.of("../api-spec/released/openapi.yaml").toUri().toString();

  /**
   * An example.
   *
   * @param where which one it is
   * @param value as JSON, or as it stands in a URL or a header
   */
  record Valued(String where, String value, Schema<?> schema) {}

  /**
   * An example of an answer.
   *
   * @param path the path of the spec that it answers
   */
  record Answer(String path, int status, String name, String body) {}

  private final OpenAPI spec;
  private final List<Valued> values = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  SpecExamples() {
    spec = parsed(LOCATION);
    spec.getPaths()
        .forEach((path, item) -> item.readOperations().forEach(operation -> add(path, operation)));
    spec.getComponents().getSchemas().forEach(this::addProperties);
  }

  static OpenAPI parsed(String location) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    return new OpenAPIV3Parser().readLocation(location, null, options).getOpenAPI();
  }

  OpenAPI spec() {
    return spec;
  }

  List<Valued> values() {
    return values;
  }

  List<Answer> answers() {
    return answers;
  }

  private void add(String path, Operation operation) {
    operation.getParameters().forEach(this::add);
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().getContent().values().forEach(body -> add(path, body));
    }
    operation.getResponses().forEach((status, answer) -> add(path, status, answer));
  }

  private void add(Parameter parameter) {
    add("parameter " + parameter.getName(), parameter.getExample(), parameter.getSchema());
    named(parameter.getExamples())
        .forEach((name, one) -> add("parameter " + name, one.getValue(), parameter.getSchema()));
  }

  private void add(String path, MediaType body) {
    named(body.getExamples())
        .forEach((name, one) -> add(path + " " + name, one.getValue(), body.getSchema()));
  }

  private void add(String path, String status, ApiResponse answer) {
    for (MediaType body : answer.getContent().values()) {
      add(path + " " + status, body);
      named(body.getExamples())
          .forEach(
              (name, one) ->
                  answers.add(
                      new Answer(
                          path, Integer.parseInt(status), name, String.valueOf(one.getValue()))));
    }
    Map<String, Header> headers = answer.getHeaders() == null ? Map.of() : answer.getHeaders();
    headers.forEach(
        (header, described) ->
            named(described.getExamples())
                .forEach((name, one) -> add(header, one.getValue(), described.getSchema())));
  }

  private void addProperties(String schema, Schema<?> described) {
    described
        .getProperties()
        .forEach((name, field) -> add(schema + "." + name, field.getExample(), field));
  }

  private void add(String where, Object value, Schema<?> schema) {
    if (value != null) {
      values.add(new Valued(where, value.toString(), schema));
    }
  }

  private static Map<String, Example> named(Map<String, Example> examples) {
    return examples == null ? Map.of() : examples;
  }
}
