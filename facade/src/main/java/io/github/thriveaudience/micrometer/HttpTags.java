package io.github.thriveaudience.micrometer;

import io.github.thriveaudience.event.CallInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of Spring's {@code http.client.requests}, with their values. */
final class HttpTags {
  static final String CLIENT_NAME = "client.name";
  static final String OUTCOME = "outcome";
  static final String EXCEPTION = "exception";

  private HttpTags() {}

  /** What is known when a call begins. */
  static Map<String, String> ofCall(CallInfo call) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(CLIENT_NAME, call.host());
    tags.put("method", call.operation().method());
    tags.put("uri", call.operation().pathTemplate());
    return tags;
  }

  /** What is known when a call or a request has ended. */
  static Map<String, String> ofOutcome(@Nullable Integer status, @Nullable Throwable failure) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("status", status == null ? "CLIENT_ERROR" : status.toString());
    tags.put(OUTCOME, outcome(status, failure));
    tags.put(EXCEPTION, exception(failure));
    return tags;
  }

  static String exception(@Nullable Throwable failure) {
    if (failure == null) {
      return "none";
    }
    Class<?> type = failure.getClass();
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  /** A success status whose response could not be used is no success. */
  private static String outcome(@Nullable Integer status, @Nullable Throwable failure) {
    if (status == null || (status < 300 && failure != null)) {
      return "UNKNOWN";
    }
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
