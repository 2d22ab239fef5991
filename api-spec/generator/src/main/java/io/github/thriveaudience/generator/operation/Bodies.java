package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/** Bodies of requests: one of their media types is written. */
final class Bodies {
  private static final Set<HttpMethod> WITHOUT =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.TRACE);

  private final OpenAPI spec;

  Bodies(OpenAPI spec) {
    this.spec = spec;
  }

  /**
   * Leaves one media type, which can be written.
   *
   * @throws Refusal if there is none
   */
  void prepare(HttpMethod method, Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(spec, operation.getRequestBody());
    if (body == null) {
      return;
    }
    if (WITHOUT.contains(method)) {
      throw new Refusal(
          "the body of a " + method + " has no meaning (RFC 9110, section 9.3)",
          "query parameters, or another method");
    }
    Content content = Objects.requireNonNullElseGet(body.getContent(), Content::new);
    String chosen = MediaTypes.preferred(content.keySet(), true);
    if (chosen == null) {
      throw new Refusal(
          "a body of " + content.keySet() + " cannot be written",
          "application/json, "
              + MediaTypes.FORM
              + ", multipart/form-data, text/plain or application/octet-stream");
    }
    MediaType one = MediaTypes.copy(content.get(chosen));
    check(chosen, one);
    body.setContent(new Content().addMediaType(chosen, one));
  }

  private void check(String mediaType, MediaType body) {
    if (MediaTypes.isJson(mediaType)) {
      setSchema(body);
    } else if (MediaTypes.isMultipart(mediaType)) {
      requireFields(body).replaceAll((name, part) -> part(part));
      encodings(body).forEach(Bodies::checkPart);
    } else if (MediaTypes.isForm(mediaType)) {
      requireFields(body).forEach(this::checkField);
      encodings(body).forEach(Bodies::checkEncoding);
    } else {
      checkPlain(spec, mediaType, body);
    }
  }

  /** The part of a form; of a file or null, the file. */
  private Schema<?> part(Schema<?> part) {
    Schema<?> one = withoutNull(Shape.referenced(spec, part));
    Schema<?> items = one.getItems();
    Schema<?> file = items == null ? one : Shape.referenced(spec, items);
    // In OpenAPI 3.1, nothing at all is bytes.
    boolean isNothing = spec.getSpecVersion() == SpecVersion.V31 && isEmpty(file);
    if ((isNothing && file.getContentEncoding() == null) || isRaw(file)) {
      setBytes(file);
    }
    return "binary".equals(file.getFormat()) ? one : part;
  }

  private Schema<?> withoutNull(Schema<?> schema) {
    List<Schema<?>> values =
        Stream.of(schema.getAnyOf(), schema.getOneOf())
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .<Schema<?>>map(one -> Shape.referenced(spec, one))
            .filter(one -> !Shape.types(one).equals(Set.of("null")))
            .toList();
    return values.size() == 1 ? values.get(0) : schema;
  }

  /** Bytes have this format in OpenAPI 3.0; in 3.1, they have a media type and no encoding. */
  private static void setBytes(Schema<?> schema) {
    schema.setType("string");
    schema.setTypes(new HashSet<>(Set.of("string")));
    schema.setFormat("binary");
  }

  private static boolean isRaw(Schema<?> schema) {
    return schema.getContentMediaType() != null
        && schema.getContentEncoding() == null
        && MediaTypes.isBinary(schema.getContentMediaType())
        && Set.of("string").containsAll(Shape.types(schema));
  }

  /** JSON without a schema is any. */
  static void setSchema(MediaType json) {
    if (json.getSchema() == null) {
      json.setSchema(new Schema<>());
    }
  }

  /** Text is a string, and all else bytes. */
  static void checkPlain(OpenAPI spec, String mediaType, MediaType body) {
    boolean isBinary = MediaTypes.isBinary(mediaType);
    if (body.getSchema() == null || isEmpty(body.getSchema())) {
      body.setSchema(new Schema<>().type("string").format(isBinary ? "binary" : null));
    }
    Schema<?> schema = Shape.referenced(spec, body.getSchema());
    if (isRaw(schema)) {
      setBytes(schema);
    }
    boolean isString = Shape.types(schema).equals(Set.of("string"));
    boolean isBytes = "binary".equals(schema.getFormat());
    if (!isString || isBinary != isBytes || schema.getEnum() != null) {
      throw new Refusal(
          "a body of "
              + mediaType
              + " whose schema is more than "
              + (isBinary ? "bytes" : "a string"),
          "type: string" + (isBinary ? " with format: binary" : "") + ", or application/json");
    }
  }

  /** In OpenAPI 3.1, bytes have no schema at all. */
  private static boolean isEmpty(Schema<?> schema) {
    return schema.get$ref() == null
        && Shape.types(schema).isEmpty()
        && schema.getEnum() == null
        && schema.getConst() == null
        && schema.getProperties() == null
        && schema.getAllOf() == null
        && schema.getAnyOf() == null
        && schema.getOneOf() == null;
  }

  @SuppressWarnings("rawtypes") // as the parser has them
  private Map<String, Schema> requireFields(MediaType form) {
    Schema<?> schema = form.getSchema() == null ? null : Shape.referenced(spec, form.getSchema());
    if (schema == null || schema.getProperties() == null || schema.getProperties().isEmpty()) {
      throw new Refusal("a form without named fields", "type: object with properties");
    }
    return schema.getProperties();
  }

  private static Map<String, Encoding> encodings(MediaType form) {
    return Objects.requireNonNullElse(form.getEncoding(), Map.of());
  }

  /** How a field of a multipart form is written: as text, as JSON or as bytes. */
  static String part(OpenAPI spec, MediaType form, String name) {
    Schema<?> body = Shape.referenced(spec, form.getSchema());
    Schema<?> field =
        Shape.referenced(spec, Objects.requireNonNull(body.getProperties().get(name)));
    Schema<?> one = field.getItems() == null ? field : Shape.referenced(spec, field.getItems());
    Shape shape = Shape.of(spec, field);
    return "binary".equals(one.getFormat())
        ? "file"
        : shape == Shape.SCALAR || shape == Shape.LIST ? "text" : "json";
  }

  private static void checkPart(String field, Encoding encoding) {
    if (encoding.getHeaders() != null || encoding.getContentType() != null) {
      throw new Refusal(
          "the part \"" + field + "\" of a form has headers of its own",
          "no encoding: bytes are application/octet-stream, objects application/json");
    }
  }

  private void checkField(String name, Schema<?> field) {
    Shape shape = Shape.of(spec, field);
    if (shape == Shape.OBJECT || shape == Shape.OTHER) {
      throw new Refusal(
          "the field \"" + name + "\" of a form is more than a scalar or a list of scalars",
          "type: string for JSON that the caller writes, or application/json");
    }
  }

  private static void checkEncoding(String field, Encoding encoding) {
    boolean isForm = encoding.getStyle() == null || encoding.getStyle() == Encoding.StyleEnum.FORM;
    if (!isForm
        || Boolean.FALSE.equals(encoding.getExplode())
        || Boolean.TRUE.equals(encoding.getAllowReserved())
        || isForeign(encoding)) {
      throw new Refusal(
          "the field \"" + field + "\" of a form has an encoding of its own",
          "style: form with explode: true, without contentType and allowReserved");
    }
  }

  private static boolean isForeign(Encoding encoding) {
    return encoding.getContentType() != null && !encoding.getContentType().startsWith("text/plain");
  }
}
