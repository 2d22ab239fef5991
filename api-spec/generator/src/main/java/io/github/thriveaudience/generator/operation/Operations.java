package io.github.thriveaudience.generator.operation;

import io.github.thriveaudience.generator.text.JavaText;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/** Prepares operations for the template of the interfaces. */
public final class Operations {
  /** Where the template finds the {@link ClientMethod}. */
  private static final String METHOD = "x-method";

  /** By its simple name: a parameter named "io" would hide the package. */
  private static final String RUNTIME = "Parameters";

  private final OpenAPI spec;
  private final Responses responses;
  private final Function<Schema<?>, String> types;

  /**
   * The operations of a spec.
   *
   * @param types the Java types of schemas
   */
  public Operations(OpenAPI spec, Function<Schema<?>, String> types) {
    this.spec = spec;
    this.types = types;
    this.responses = new Responses(spec);
  }

  /**
   * Leaves of each operation what can be generated.
   *
   * @throws IllegalArgumentException if something cannot be; the message has all places
   */
  public void prepare() {
    new SpecCheck(spec, new ParameterStyles(RUNTIME)).run();
  }

  /** The response that says what a method returns. */
  public @Nullable ApiResponse returned(ApiResponses all) {
    return responses.returned(all);
  }

  /** A Java name for an operation. */
  public static String methodName(String operationId) {
    return Names.method(operationId);
  }

  /** A Java name for a tag. */
  public static String tagName(String tag) {
    return Names.type(tag);
  }

  /** Adds what the template prints. */
  public CodegenOperation describe(CodegenOperation prepared, String path, Operation operation) {
    MethodBuilder method = new MethodBuilder(new ParameterStyles(RUNTIME), RUNTIME);
    MethodDoc doc = new MethodDoc(prepared.httpMethod, path, operation, prepared);
    Set<String> names = new HashSet<>(Set.of("requestOptions"));
    int index = 0;
    for (CodegenParameter parameter : prepared.allParams) {
      String java = unique(Names.parameter(parameter.baseName), names);
      doc.add(parameter, java);
      add(parameter, java, prepared, operation, method, ++index);
    }
    addMediaTypes(prepared, operation, method);
    prepared.vendorExtensions.put(
        METHOD,
        method.build(
            prepared.httpMethod,
            path,
            doc.lines(
                prepared.returnType == null ? null : returned(operation.getResponses()),
                isOptional(operation),
                prepared.isDeprecated),
            prepared.isDeprecated,
            returnType(prepared, operation)));
    return prepared;
  }

  private static String unique(String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + i;
    }
    return unique;
  }

  private void add(
      CodegenParameter parameter,
      String java,
      CodegenOperation prepared,
      Operation operation,
      MethodBuilder method,
      int index) {
    String type = type(schema(parameter, operation));
    String declared = parameter.required || parameter.isBodyParam ? type : Slot.nullable(type);
    if (parameter.isFormParam && prepared.isMultipart) {
      String kind = Bodies.part(spec, sent(operation), parameter.baseName);
      method.addPart(new Slot("", declared, java, null), kind, parameter.baseName);
    } else if (parameter.isFormParam) {
      String annotation = Slot.param(parameter.baseName, RUNTIME + ".Text");
      method.addToBody(new Slot(annotation, declared, java, null));
    } else if (parameter.isBodyParam) {
      method.addToBody(new Slot("", declared, java, null));
    } else {
      Parameter described = described(parameter, operation);
      String variable = variable(java, prepared, described.getIn() + "$" + index);
      Input input = Input.of(spec, described, java, declared, variable);
      boolean isAny = input.shape() == Shape.SCALAR && Shape.isAlternative(spec, described);
      method.add(isAny ? input.ofType(any(parameter.required)) : input);
    }
  }

  /** Fields of a form keep their names, which can be the name of another parameter in Java. */
  private static String variable(String java, CodegenOperation prepared, String otherwise) {
    boolean isTaken = prepared.formParams.stream().anyMatch(one -> one.baseName.equals(java));
    return isTaken || !java.matches("\\w+") ? otherwise : java;
  }

  private static String any(boolean required) {
    return required ? "java.lang.Object" : Slot.nullable("java.lang.Object");
  }

  /** The schema of a parameter, of a field of a form, or of the body. */
  private Schema<?> schema(CodegenParameter parameter, Operation operation) {
    if (parameter.isFormParam) {
      Schema<?> form = Shape.referenced(spec, sent(operation).getSchema());
      return Objects.requireNonNull(form.getProperties().get(parameter.baseName));
    }
    if (parameter.isBodyParam) {
      return sent(operation).getSchema();
    }
    Parameter described = described(parameter, operation);
    return described.getContent() == null || described.getContent().isEmpty()
        ? described.getSchema()
        : described.getContent().values().iterator().next().getSchema();
  }

  private MediaType sent(Operation operation) {
    RequestBody body = ModelUtils.getReferencedRequestBody(spec, operation.getRequestBody());
    return body.getContent().values().iterator().next();
  }

  private String type(Schema<?> schema) {
    if (isBytes(schema)) {
      return "byte[]";
    }
    Schema<?> items = Shape.referenced(spec, schema).getItems();
    if (items != null && isBytes(items)) {
      return "java.util.List<byte[]>";
    }
    // Feign takes a URI for the address of the request.
    String type = types.apply(schema);
    return type.matches("(java\\.net\\.)?URI") ? "java.lang.String" : type;
  }

  private boolean isBytes(Schema<?> schema) {
    return "binary".equals(Shape.referenced(spec, schema).getFormat());
  }

  private Parameter described(CodegenParameter parameter, Operation operation) {
    String in =
        parameter.isPathParam
            ? "path"
            : parameter.isQueryParam ? "query" : parameter.isHeaderParam ? "header" : "cookie";
    return operation.getParameters().stream()
        .map(one -> ModelUtils.getReferencedParameter(spec, one))
        .filter(one -> one.getIn().equals(in) && one.getName().equals(parameter.baseName))
        .findFirst()
        .orElseThrow();
  }

  private void addMediaTypes(CodegenOperation prepared, Operation operation, MethodBuilder method) {
    Object sent = prepared.vendorExtensions.get("x-content-type");
    if (sent != null && !prepared.isMultipart) {
      method.addHeader("Content-Type: " + sent);
    }
    ApiResponses all = operation.getResponses();
    method.setSuccesses(responses.statuses(all, true), responses.statuses(all, false));
    method.addHeader("Accept: " + String.join(", ", responses.accepted(all)));
  }

  private boolean isOptional(Operation operation) {
    return responses.isOptional(operation.getResponses());
  }

  private String returnType(CodegenOperation prepared, Operation operation) {
    if (prepared.returnType == null) {
      return "void";
    }
    ApiResponse returned = Objects.requireNonNull(returned(operation.getResponses()));
    String type = type(returned.getContent().values().iterator().next().getSchema());
    return isOptional(operation) ? Slot.nullable(type) : type;
  }

  /**
   * Adds what the template prints of an interface: the description of its tag, and whether it has
   * methods that prepare their arguments.
   */
  public void describe(OperationsMap tagged, UnaryOperator<String> className) {
    String name = tagged.getOperations().getClassname();
    String described =
        Objects.requireNonNullElse(spec.getTags(), List.<Tag>of()).stream()
            .filter(tag -> className.apply(tag.getName()).equals(name))
            .map(tag -> JavaText.javadoc(tag.getDescription(), ""))
            .findFirst()
            .orElse("");
    tagged.put("x-javadoc", described.isEmpty() ? "The operations of this tag." : described);
    tagged.put(
        "x-prepares",
        tagged.getOperations().getOperation().stream().anyMatch(Operations::prepares));
  }

  private static boolean prepares(CodegenOperation operation) {
    return operation.vendorExtensions.get(METHOD) instanceof ClientMethod method
        && method.prepares();
  }
}
