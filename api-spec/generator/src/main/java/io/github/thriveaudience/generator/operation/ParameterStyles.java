package io.github.thriveaudience.generator.operation;

import io.github.thriveaudience.generator.text.JavaText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes parameters by their styles (OpenAPI, "Style Values"; RFC 6570, section 3.2). Where the
 * tables of OpenAPI 3.0.3 and RFC 6570 differ, the RFC holds, as in OpenAPI 3.0.4.
 */
final class ParameterStyles {
  private static final String CONTENT_INSTEAD = "content: application/json";
  private static final String ANY = "java.lang.Object";
  private static final String TEXT = Slot.nullable("java.lang.String");

  private final String runtime;

  /**
   * Styles.
   *
   * @param runtime the generated class that writes parameters
   */
  ParameterStyles(String runtime) {
    this.runtime = runtime;
  }

  /**
   * How a parameter is written.
   *
   * @throws Refusal if it cannot be written as OpenAPI says
   */
  Wire wire(Input input) {
    if (input.mediaType() == null && input.shape() == Shape.OTHER) {
      throw new Refusal(
          "OpenAPI defines no style for a value that can be a list or an object within a list or"
              + " an object, or one of several shapes",
          CONTENT_INSTEAD);
    }
    return switch (input.in()) {
      case "path" -> path(input);
      case "query" -> query(input);
      case "header" -> header(input);
      case "cookie" -> cookie(input);
      default -> throw new Refusal("unknown location " + input.in(), "query, path, header, cookie");
    };
  }

  private String call(String method, Input input) {
    return runtime + "." + method + "(" + input.java() + ")";
  }

  private String namedCall(String method, Input input) {
    return runtime + "." + method + "(" + quoted(input) + ", " + input.java() + ")";
  }

  private static String quoted(Input input) {
    return JavaText.literal(JavaText.percentEncoded(input.name()));
  }

  /** A parameter with content, or null for one with a style. */
  private @Nullable Slot content(Input input) {
    if (MediaTypes.isJson(input.mediaType())) {
      boolean isOne = input.shape() == Shape.SCALAR || input.shape() == Shape.OBJECT;
      return isOne
          ? input.asItIs(runtime + ".Json")
          // Feign would expand each element of a list.
          : input.prepared(TEXT, call("encodedJson", input));
    }
    return null;
  }

  private Wire path(Input input) {
    Slot content = content(input);
    if (content != null) {
      return Wire.of("{" + input.variable() + "}", content);
    }
    requireStyle(input, "simple", "label", "matrix");
    String prefix = prefix(input);
    if (input.shape() == Shape.SCALAR) {
      return input.style().equals("matrix")
          // An empty string has no equals sign (RFC 6570, section 3.2.7).
          ? Wire.of(";{" + input.variable() + "}", input.prepared(ANY, namedCall("named", input)))
          : Wire.of(prefix + "{" + input.variable() + "}", input.asItIs(runtime + ".Encoded"));
    }
    if (input.explode() && !input.style().equals("simple")) {
      return explodedPath(input);
    }
    boolean isPairs = input.explode() && input.shape() == Shape.OBJECT;
    return Wire.of(
        prefix + "{" + input.variable() + "}",
        input.prepared(ANY, call(isPairs ? "pairs" : "commas", input)));
  }

  private static String prefix(Input input) {
    return switch (input.style()) {
      case "label" -> ".";
      case "matrix" -> ";" + JavaText.percentEncoded(input.name()) + "=";
      default -> "";
    };
  }

  private Wire explodedPath(Input input) {
    boolean isObject = input.shape() == Shape.OBJECT;
    if (input.style().equals("label")) {
      if (isObject) {
        throw new Refusal(
            "Feign cannot write an object in the style label with explode", "style: simple");
      }
      String joined = runtime + ".joined(\".\", " + input.java() + ")";
      return Wire.of(".{" + input.variable() + "}", input.prepared(TEXT, joined));
    }
    return Wire.of(
        "{;" + input.variable() + "}",
        input.prepared(ANY, isObject ? call("pairs", input) : namedCall("repeated", input)));
  }

  private Wire query(Input input) {
    String named = JavaText.percentEncoded(input.name()) + "={" + input.variable() + "}";
    Slot content = content(input);
    if (content != null) {
      return Wire.of(named, content).or(encodedAddition(input, call("encodedJson", input)));
    }
    if (input.style().equals("deepObject")) {
      return deepObject(input);
    }
    if (input.style().equals("pipeDelimited") || input.style().equals("spaceDelimited")) {
      return delimited(input, named);
    }
    requireStyle(input, "form", "pipeDelimited", "spaceDelimited", "deepObject");
    if (input.shape() == Shape.SCALAR) {
      return Wire.of(named, input.asItIs(runtime + ".Encoded")).or(addition("add", input));
    }
    if (!input.explode()) {
      return commas(input);
    }
    return input.shape() == Shape.LIST
        ? Wire.shared(addition("list", input))
        : Wire.shared(".fields(" + input.java() + ")");
  }

  /** Feign writes no comma of its own into a value, but into a list and after a name. */
  private Wire commas(Input input) {
    String rest = input.variable() + "$r";
    return Wire.of(
        "{" + input.variable() + "}{" + rest + "}",
        input.prepared(ANY, namedCall("head", input)),
        new Slot(Slot.param(rest, null), ANY, input.java() + "__", call("rest", input)));
  }

  private Wire deepObject(Input input) {
    if (input.shape() != Shape.OBJECT) {
      throw new Refusal("OpenAPI defines the style deepObject for objects only", "style: form");
    }
    return Wire.shared(addition("deepObject", input));
  }

  private Wire delimited(Input input, String named) {
    if (input.shape() == Shape.SCALAR || input.explode()) {
      throw new Refusal(
          "OpenAPI defines the style " + input.style() + " for lists and objects without explode",
          "style: form, or explode: false");
    }
    String separator = input.style().startsWith("pipe") ? "%7C" : "%20";
    String joined = runtime + ".joined(\"" + separator + "\", " + input.java() + ")";
    return Wire.of(named, input.prepared(TEXT, joined)).or(encodedAddition(input, joined));
  }

  private static String encodedAddition(Input input, String encoded) {
    return ".addEncoded(" + JavaText.literal(input.name()) + ", " + encoded + ")";
  }

  private Wire header(Input input) {
    requireToken(input);
    String template = input.name() + ": {" + input.variable() + "}";
    if (MediaTypes.isJson(input.mediaType())) {
      return Wire.of(template, input.prepared(TEXT, call("headerJson", input)));
    }
    requireStyle(input, "simple");
    if (input.shape() == Shape.SCALAR) {
      return Wire.of(template, input.asItIs(runtime + ".Header"));
    }
    boolean isPairs = input.explode() && input.shape() == Shape.OBJECT;
    return Wire.of(
        template, input.prepared(TEXT, call(isPairs ? "headerPairs" : "headerList", input)));
  }

  private Wire cookie(Input input) {
    requireToken(input);
    if (MediaTypes.isJson(input.mediaType())) {
      return Wire.shared(addition("addJson", input));
    }
    requireStyle(input, "form");
    if (input.shape() == Shape.SCALAR) {
      return Wire.shared(addition("add", input));
    }
    if (input.explode()) {
      throw new Refusal(
          "OpenAPI separates the elements of a cookie with explode by &, which is no separator of"
              + " cookies",
          "explode: false");
    }
    return Wire.shared(addition("addList", input));
  }

  private static String addition(String method, Input input) {
    return "." + method + "(" + JavaText.literal(input.name()) + ", " + input.java() + ")";
  }

  private static void requireStyle(Input input, String... known) {
    if (input.mediaType() != null && !isPlainText(input)) {
      throw new Refusal(
          "a parameter with the content " + input.mediaType() + " cannot be written",
          CONTENT_INSTEAD);
    }
    if (!List.of(known).contains(input.style())) {
      throw new Refusal(
          "OpenAPI defines no style " + input.style() + " in a " + input.in(),
          "style: " + String.join(" or ", known));
    }
  }

  private static boolean isPlainText(Input input) {
    return "text/plain".equals(input.mediaType()) && input.shape() == Shape.SCALAR;
  }

  private static void requireToken(Input input) {
    if (!input.name().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new Refusal(
          "the name of a " + input.in() + " is a token (RFC 9110, section 5.6.2)",
          "letters, digits and hyphens");
    }
  }
}
