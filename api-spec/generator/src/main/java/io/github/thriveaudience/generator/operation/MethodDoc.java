package io.github.thriveaudience.generator.operation;

import io.github.thriveaudience.generator.text.JavaText;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** The Javadoc of a method. For one thread. */
final class MethodDoc {
  private final List<String> lines = new ArrayList<>();

  /** Begins with what the operation does. */
  MethodDoc(String verb, String path, Operation operation, CodegenOperation prepared) {
    String summary = JavaText.javadoc(operation.getSummary(), "");
    lines.add(summary.isEmpty() ? JavaText.javadoc(verb + " " + path, "") : summary);
    List<String> description = JavaText.javadocLines(operation.getDescription());
    if (!description.isEmpty()) {
      lines.add("");
      lines.add("<p>" + description.get(0));
      lines.addAll(description.subList(1, description.size()));
    }
    if (prepared.servers != null && !prepared.servers.isEmpty()) {
      lines.add("");
      lines.add("<p>Has a server of its own, such as");
      lines.add(JavaText.javadoc(prepared.servers.get(0).url, "") + ".");
    }
    lines.add("");
  }

  /** Adds a parameter. */
  void add(CodegenParameter parameter, String java) {
    String described = JavaText.javadoc(parameter.unescapedDescription, "");
    lines.add(
        "@param "
            + java
            + " "
            + (described.isEmpty()
                ? "the parameter " + JavaText.javadoc(parameter.baseName, "")
                : described)
            + (parameter.required ? "" : " Optional.")
            + (parameter.defaultValue == null
                ? ""
                : " Default: " + JavaText.javadoc(parameter.defaultValue, "") + "."));
  }

  /** The lines, with what is returned. */
  List<String> lines(@Nullable ApiResponse returned, boolean optional, boolean deprecated) {
    lines.add("@param requestOptions what Feign hands to its client with each request; never null");
    if (returned != null) {
      String described = JavaText.javadoc(returned.getDescription(), "");
      lines.add(
          "@return "
              + (described.isEmpty() ? "the body of the response" : described)
              + (optional ? " Null if there is no body." : ""));
    }
    if (deprecated) {
      lines.add("@deprecated The API says so.");
    }
    return List.copyOf(lines);
  }
}
