package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.Shape.EnumShape;
import io.github.thriveaudience.generator.Shape.ObjectShape;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces each schema of a spec by a plain one. */
final class PlainSpec {
  private final OpenAPI spec;
  private final PlainSchemas schemas;

  /** The parser uses one object in several places, if they are equal. */
  private final Set<Object> rewritten = Collections.newSetFromMap(new IdentityHashMap<>());

  PlainSpec(OpenAPI spec) {
    this.spec = spec;
    if (spec.getComponents() == null) {
      spec.setComponents(new Components());
    }
    this.schemas = new PlainSchemas(Schemas.map(spec.getComponents().getSchemas()));
  }

  /** Rewrites the spec, and returns the classes by the names of their schemas. */
  Map<String, Shape> rewrite() {
    schemas.classes().addComponents();
    components(spec.getComponents());
    if (spec.getPaths() != null) {
      spec.getPaths().forEach(this::path);
    }
    spec.setWebhooks(null);
    Map<String, Shape> shapes = schemas.classes().shapes();
    replaceComponents(shapes);
    return shapes;
  }

  @SuppressWarnings("rawtypes")
  private void replaceComponents(Map<String, Shape> shapes) {
    Map<String, Schema> plain = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> plain.put(name, carrier(shape)));
    spec.getComponents().setSchemas(plain);
  }

  /** What the generator is told of a class; the templates are told more. */
  private static Schema<?> carrier(Shape shape) {
    Schema<?> schema = shape instanceof EnumShape one ? scalar(one) : object(shape);
    schema.setDescription(shape.description());
    schema.addExtension(JavaTypes.CLASS, shape.name());
    return schema;
  }

  private static Schema<?> scalar(EnumShape shape) {
    Schema<Object> scalar = new Schema<>();
    scalar.setType(shape.scalar().getType());
    scalar.setFormat(shape.scalar().getFormat());
    scalar.setEnum(new ArrayList<>(shape.values()));
    return scalar;
  }

  private static Schema<?> object(Shape shape) {
    Schema<?> object = new ObjectSchema();
    if (shape instanceof ObjectShape known) {
      known.properties().forEach(one -> object.addProperty(one.name(), one.schema()));
      known.properties().stream()
          .filter(Shape.Property::isRequired)
          .forEach(one -> object.addRequiredItem(one.name()));
    } else {
      object.addProperty("type", new Schema<>().type("string"));
    }
    return object;
  }

  private void components(Components components) {
    each(
        components.getResponses(),
        (name, one) -> response(one, spot("responses", name, "response")));
    each(components.getParameters(), (name, one) -> parameter(one, spot("parameters", name, "")));
    each(components.getHeaders(), (name, one) -> header(one, spot("headers", name, "header")));
    each(
        components.getRequestBodies(),
        (name, one) -> requestBody(one, spot("requestBodies", name, "request")));
  }

  private static Spot spot(String kind, String name, String suffix) {
    return new Spot(
        "components." + kind + "." + name, suffix.isEmpty() ? name : name + "_" + suffix);
  }

  private static <T> void each(
      @Nullable Map<String, T> map, java.util.function.BiConsumer<String, T> action) {
    if (map != null) {
      map.forEach(action);
    }
  }

  private void path(String path, PathItem item) {
    parameters(item.getParameters(), new Spot("paths." + path, path));
    item.readOperationsMap()
        .forEach((method, operation) -> operation(path, method.name(), operation));
  }

  private void operation(String path, String method, Operation operation) {
    String place = "paths." + path + "." + method.toLowerCase(java.util.Locale.ROOT);
    String name = Objects.requireNonNullElse(operation.getOperationId(), path + "_" + method);
    operation.setCallbacks(null);
    parameters(operation.getParameters(), new Spot(place, name));
    if (operation.getRequestBody() != null) {
      requestBody(operation.getRequestBody(), new Spot(place + ".requestBody", name + "_request"));
    }
    each(
        operation.getResponses(),
        (status, one) ->
            response(
                one, new Spot(place + ".responses." + status, name + "_" + status + "_response")));
  }

  private void parameters(@Nullable List<Parameter> parameters, Spot at) {
    if (parameters != null) {
      parameters.forEach(
          one ->
              parameter(
                  one,
                  new Spot(
                      at.place() + ".parameters." + one.getName(),
                      at.name() + "_" + one.getName() + "_parameter")));
    }
  }

  private void parameter(Parameter parameter, Spot at) {
    if (parameter.getSchema() != null && rewritten.add(parameter)) {
      parameter.setSchema(schemas.plain(parameter.getSchema(), at));
    }
    content(parameter.getContent(), at);
  }

  private void header(Header header, Spot at) {
    if (header.getSchema() != null && rewritten.add(header)) {
      header.setSchema(schemas.plain(header.getSchema(), at));
    }
  }

  private void requestBody(RequestBody body, Spot at) {
    content(body.getContent(), at);
  }

  private void response(ApiResponse response, Spot at) {
    content(response.getContent(), at);
    each(
        response.getHeaders(),
        (name, one) ->
            header(one, new Spot(at.place() + ".headers." + name, at.name() + "_" + name)));
  }

  private void content(@Nullable Content content, Spot at) {
    each(
        content,
        (type, media) -> {
          if (media.getSchema() != null && rewritten.add(media)) {
            media.setSchema(
                schemas.plain(
                    media.getSchema(), new Spot(at.place() + ".content." + type, at.name())));
          }
        });
  }
}
