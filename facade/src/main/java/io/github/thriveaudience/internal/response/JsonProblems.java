package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.thriveaudience.internal.call.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is wrong with a body and where, without quoting it: Jackson's messages quote
 * values, which are personal data.
 */
final class JsonProblems {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,39}";

  private static final int MAX_STEPS = 8;

  private static final String LIMITS =
      Texts.format(
          "the body is beyond the limits that JSON is read in, such as %d digits of a number, %d"
              + " levels or %d tokens",
          StreamReadConstraints.DEFAULT_MAX_NUM_LEN,
          StreamReadConstraints.DEFAULT_MAX_DEPTH,
          StrictJson.MAX_TOKENS);

  private JsonProblems() {}

  /**
   * Describes a problem.
   *
   * @param json the parser that found it
   */
  static String describe(JacksonException problem, JsonParser json) {
    return what(problem, json) + location(problem);
  }

  /**
   * Whether the document is truncated: it is empty, or ends inside an object or a list.
   *
   * @param json the parser that found the problem
   */
  static boolean endsEarly(JacksonException problem, JsonParser json, LimitedInputStream body) {
    JsonStreamContext place = json.getParsingContext();
    return body.hasEnded() && (place.inRoot() ? place.getEntryCount() == 0 : isOfSyntax(problem));
  }

  private static boolean isOfSyntax(JacksonException problem) {
    return !(problem instanceof JsonMappingException)
        || problem.getCause() instanceof StreamReadException;
  }

  private static String what(JacksonException problem, JsonParser json) {
    if (problem instanceof StreamConstraintsException
        || problem.getCause() instanceof StreamConstraintsException) {
      return LIMITS + near(json.getParsingContext());
    }
    if (problem instanceof JsonMappingException mapping && !isOfSyntax(problem)) {
      return inPlace(path(mapping), mapping);
    }
    return "the body is not valid JSON";
  }

  private static String inPlace(String path, JsonMappingException problem) {
    if (path.isEmpty()) {
      return "the body is not the documented object";
    }
    return problem instanceof NumberOutOfRangeException
        ? path + " has too many digits, or too large an exponent, for its type"
        : path + " is missing or of the wrong type";
  }

  /** The parser's own failures have no path. */
  private static String near(JsonStreamContext place) {
    Deque<JsonStreamContext> steps = new ArrayDeque<>();
    for (JsonStreamContext step = place; step != null && !step.inRoot(); step = step.getParent()) {
      steps.push(step);
    }
    StringBuilder path = new StringBuilder();
    steps.stream()
        .limit(MAX_STEPS)
        .forEach(
            step ->
                append(
                    path,
                    step.getCurrentName(),
                    step.inArray() ? step.getCurrentIndex() : -1,
                    false));
    return path.isEmpty() ? "" : ", near " + path + (steps.size() > MAX_STEPS ? "..." : "");
  }

  private static String path(JsonMappingException problem) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : problem.getPath()) {
      append(path, step.getFieldName(), step.getIndex(), isOfSpec(step));
    }
    return path.toString();
  }

  /** Whether a field has its name from the spec, which can be shown whatever it is. */
  private static boolean isOfSpec(JsonMappingException.Reference step) {
    return step.getFrom() instanceof Class<?> type
        && type.isRecord()
        && Stream.of(type.getRecordComponents())
            .map(component -> component.getAccessor().getAnnotation(JsonProperty.class))
            .anyMatch(name -> name != null && name.value().equals(step.getFieldName()));
  }

  private static void append(
      StringBuilder path, @Nullable String name, int index, boolean isOfSpec) {
    if (name != null) {
      appendName(path, name, isOfSpec);
    } else if (index >= 0) {
      path.append('[').append(index).append(']');
    }
  }

  private static void appendName(StringBuilder path, String name, boolean isOfSpec) {
    if (!path.isEmpty()) {
      path.append('.');
    }
    path.append(isOfSpec || name.matches(NAME) ? name : "?");
  }

  private static String location(JacksonException problem) {
    JsonLocation at = problem.getLocation();
    return at == null
        ? ""
        : Texts.format(" (line %d, column %d)", at.getLineNr(), at.getColumnNr());
  }
}
