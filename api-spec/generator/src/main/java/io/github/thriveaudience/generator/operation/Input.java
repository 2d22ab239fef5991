package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the spec and its Java.
 *
 * @param in where it is sent: path, query, header or cookie
 * @param name its name on the wire
 * @param style its style, with the default filled in
 * @param explode whether each element stands for itself, with the default filled in
 * @param shape what its schema describes
 * @param mediaType how it is written instead of by a style; null for a style
 * @param java its name in Java
 * @param type its type in Java, with the annotation of what can be null
 * @param variable its name in Feign's templates, which can be no name of a form's field
 */
record Input(
    String in,
    String name,
    String style,
    boolean explode,
    Shape shape,
    @Nullable String mediaType,
    String java,
    String type,
    String variable) {

  static Input of(OpenAPI spec, Parameter parameter, String java, String type, String variable) {
    Content content = parameter.getContent();
    boolean hasContent = content != null && !content.isEmpty();
    String style =
        parameter.getStyle() == null ? defaultStyle(parameter.getIn()) : "" + parameter.getStyle();
    return new Input(
        parameter.getIn(),
        parameter.getName(),
        style,
        parameter.getExplode() == null ? style.equals("form") : parameter.getExplode(),
        Shape.ofParameter(spec, parameter),
        hasContent ? content.keySet().iterator().next() : null,
        java,
        type,
        variable);
  }

  private static String defaultStyle(String in) {
    return in.equals("query") || in.equals("cookie") ? "form" : "simple";
  }

  /** The same with another type in Java. */
  Input ofType(String other) {
    return new Input(in, name, style, explode, shape, mediaType, java, other, variable);
  }

  /** Its argument, passed as it is. */
  Slot asItIs(String expander) {
    return new Slot(Slot.param(variable, expander), type, java, null);
  }

  /** Its argument, prepared. */
  Slot prepared(String preparedType, String value) {
    return new Slot(Slot.param(variable, null), preparedType, java + "_", value);
  }
}
