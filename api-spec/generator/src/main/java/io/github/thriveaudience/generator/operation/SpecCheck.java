package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Goes through the operations of a spec, and refuses what cannot be generated right. */
final class SpecCheck {
  /** Parameters that OpenAPI ignores: other parts of the spec describe these headers. */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  private final OpenAPI spec;
  private final ParameterStyles styles;
  private final Refusals refusals = new Refusals();

  SpecCheck(OpenAPI spec, ParameterStyles styles) {
    this.spec = spec;
    this.styles = styles;
  }

  void run() {
    if (spec.getPaths() != null) {
      spec.getPaths().replaceAll(this::referenced);
      spec.getPaths().forEach(this::checkPath);
      new Tags(spec, refusals).check();
    }
    refusals.stop();
  }

  /** The parser leaves references to path items of OpenAPI 3.1, and the generator skips them. */
  private PathItem referenced(String path, PathItem item) {
    String reference = item.get$ref();
    if (reference == null) {
      return item;
    }
    PathItem known = pathItems().get(reference.replaceFirst("^#/components/pathItems/", ""));
    if (known == null || known.get$ref() != null) {
      refusals.add(
          Place.of(path),
          "the path item " + reference + " is not found",
          "a reference to #/components/pathItems or to a file with one path item");
      return item;
    }
    return known;
  }

  private Map<String, PathItem> pathItems() {
    return spec.getComponents() == null || spec.getComponents().getPathItems() == null
        ? Map.of()
        : spec.getComponents().getPathItems();
  }

  private void checkPath(String path, PathItem item) {
    attempt(Place.of(path), new PathTemplate(path)::check);
    item.readOperationsMap().forEach((method, operation) -> check(path, item, method, operation));
  }

  private void check(String path, PathItem item, HttpMethod method, Operation operation) {
    String place = Place.of(path, method);
    if (lacks(place, item.getParameters()) || lacks(place, operation.getParameters())) {
      return;
    }
    removeIgnored(item.getParameters());
    removeIgnored(operation.getParameters());
    List<Parameter> parameters = parameters(item, operation);
    parameters.forEach(parameter -> check(place, path, parameter));
    new PathTemplate(path)
        .names().stream()
            .filter(name -> parameters.stream().noneMatch(one -> isInPath(one, name)))
            .forEach(
                name ->
                    refusals.add(
                        place,
                        "the path has a parameter \"" + name + "\" that is not described",
                        "a parameter of this name with in: path"));
    attempt(place + "/requestBody", () -> new Bodies(spec).prepare(method, operation));
    attempt(place + "/responses", () -> new Responses(spec).prepare(method, operation));
  }

  /** Whether there are references to parameters that are nowhere. */
  private boolean lacks(String place, @Nullable List<Parameter> parameters) {
    List<String> missing =
        Stream.ofNullable(parameters)
            .flatMap(List::stream)
            .map(one -> ModelUtils.getReferencedParameter(spec, one))
            .filter(one -> one.getName() == null || one.getIn() == null)
            .map(one -> "" + one.get$ref())
            .toList();
    missing.forEach(
        reference ->
            refusals.add(
                place + "/parameters",
                "the parameter " + reference + " is not found",
                "a reference to #/components/parameters or to a file"));
    return !missing.isEmpty();
  }

  private void removeIgnored(@Nullable List<Parameter> parameters) {
    if (parameters != null) {
      parameters.removeIf(
          one -> {
            Parameter parameter = ModelUtils.getReferencedParameter(spec, one);
            return "header".equals(parameter.getIn())
                && IGNORED.contains(parameter.getName().toLowerCase(Locale.ROOT));
          });
    }
  }

  /** The parameters of an operation, with those of its path that it does not replace. */
  private List<Parameter> parameters(PathItem item, Operation operation) {
    List<Parameter> all = new ArrayList<>();
    Stream.of(operation.getParameters(), item.getParameters())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(one -> ModelUtils.getReferencedParameter(spec, one))
        .filter(one -> all.stream().noneMatch(other -> isSame(one, other)))
        .forEach(all::add);
    return all;
  }

  private static boolean isSame(Parameter one, Parameter other) {
    return one.getIn().equals(other.getIn()) && one.getName().equals(other.getName());
  }

  private static boolean isInPath(Parameter parameter, String name) {
    return "path".equals(parameter.getIn()) && parameter.getName().equals(name);
  }

  private void check(String operation, String path, Parameter parameter) {
    String place =
        operation
            + "/parameters/"
            + Place.escaped(parameter.getName())
            + " (in: "
            + parameter.getIn()
            + ")";
    attempt(
        place,
        () -> {
          if (Boolean.TRUE.equals(parameter.getAllowReserved())) {
            throw new Refusal(
                "Feign percent-encodes reserved characters in values",
                "allowReserved: false, which means the same to a server that decodes");
          }
          if ("path".equals(parameter.getIn())
              && !new PathTemplate(path).names().contains(parameter.getName())) {
            throw new Refusal("the path has no such parameter", "in: query");
          }
          styles.wire(Input.of(spec, parameter, "any", "Object", "any"));
        });
  }

  private void attempt(String place, Runnable check) {
    try {
      check.run();
    } catch (Refusal refusal) {
      refusals.add(place, Objects.requireNonNull(refusal.getMessage()), refusal.instead());
    }
  }
}
