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

/** Collects the examples of the spec, each with its schema. */
final class SpecExamples {
  /** The spec in the source tree, not a copy made by the build. */
  static final String LOCATION = Path.of("../api-spec/openapi.yaml").toUri().toString();

  /** The spec as last released. */
  static final String RELEASED = Path.of("../api-spec/released/openapi.yaml").toUri().toString();

  /**
   * An example.
   *
   * @param where its place in the spec
   * @param value as JSON, or as written in a URL or a header
   */
  record ValueExample(String where, String value, Schema<?> schema) {}

  /**
   * An example of a response.
   *
   * @param path the path of the spec
   */
  record ResponseExample(String path, int status, String name, String body) {}

  private final OpenAPI spec;
  private final List<ValueExample> values = new ArrayList<>();
  private final List<ResponseExample> responses = new ArrayList<>();

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

  List<ValueExample> values() {
    return values;
  }

  List<ResponseExample> responses() {
    return responses;
  }

  private void add(String path, Operation operation) {
    operation.getParameters().forEach(this::add);
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().getContent().values().forEach(body -> add(path, body));
    }
    operation.getResponses().forEach((status, response) -> add(path, status, response));
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

  private void add(String path, String status, ApiResponse response) {
    for (MediaType body : response.getContent().values()) {
      add(path + " " + status, body);
      named(body.getExamples())
          .forEach(
              (name, one) ->
                  responses.add(
                      new ResponseExample(
                          path, Integer.parseInt(status), name, String.valueOf(one.getValue()))));
    }
    Map<String, Header> headers = response.getHeaders() == null ? Map.of() : response.getHeaders();
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
      values.add(new ValueExample(where, value.toString(), schema));
    }
  }

  private static Map<String, Example> named(Map<String, Example> examples) {
    return examples == null ? Map.of() : examples;
  }
}
