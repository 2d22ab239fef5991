package io.github.thriveaudience.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;

/**
 * Says where a body is wrong without a word of the body: Jackson's own messages quote values, which
 * are members' data.
 */
final class JsonProblems {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,39}";

  private JsonProblems() {}

  static String describe(JacksonException problem) {
    return what(problem) + location(problem);
  }

  private static String what(JacksonException problem) {
    if (problem instanceof StreamConstraintsException
        || problem.getCause() instanceof StreamConstraintsException) {
      return "the body is beyond the limits that JSON is read in";
    }
    if (problem instanceof JsonMappingException mapping
        && !(problem.getCause() instanceof StreamReadException)) {
      String path = path(mapping);
      return path.isEmpty()
          ? "the body is not the documented object"
          : path + " is missing or of the wrong type";
    }
    return "the body is not valid JSON";
  }

  private static String path(JsonMappingException problem) {
    StringBuilder path = new StringBuilder();
    problem.getPath().forEach(step -> append(path, step));
    if (problem.getCause() instanceof NullPointerException required
        && required.getMessage() != null) {
      appendName(path, required.getMessage());
    }
    return path.toString();
  }

  private static void append(StringBuilder path, Reference step) {
    if (step.getFieldName() == null) {
      path.append('[').append(step.getIndex()).append(']');
    } else {
      appendName(path, step.getFieldName());
    }
  }

  private static void appendName(StringBuilder path, String name) {
    if (!path.isEmpty()) {
      path.append('.');
    }
    path.append(name.matches(NAME) ? name : "?");
  }

  private static String location(JacksonException problem) {
    JsonLocation at = problem.getLocation();
    return at == null
        ? ""
        : Texts.format(" (line %d, column %d)", at.getLineNr(), at.getColumnNr());
  }
}
