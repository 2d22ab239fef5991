package io.github.thriveaudience.internal.response;

import feign.MethodMetadata;
import feign.RequestTemplate;
import feign.Response;
import io.github.thriveaudience.api.Successes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses that the spec has for the successes of an operation.
 *
 * @param body those with a body
 * @param empty those without a body
 */
record DocumentedStatuses(List<String> body, List<String> empty) {
  private static final DocumentedStatuses USUAL = new DocumentedStatuses(List.of("200"), List.of());

  /** Those of the method that Feign sent a request for. */
  static DocumentedStatuses of(Response response) {
    RequestTemplate template = response.request().requestTemplate();
    MethodMetadata method = template == null ? null : template.methodMetadata();
    Successes spec = method == null ? null : method.method().getAnnotation(Successes.class);
    return spec == null
        ? USUAL
        : new DocumentedStatuses(List.of(spec.body()), List.of(spec.empty()));
  }

  boolean haveBody(int status) {
    return isIn(body, status) && !empty.contains("" + status);
  }

  boolean areEmpty(int status) {
    return isIn(empty, status) && !haveBody(status);
  }

  /** A range, and the default response, stand for any success. */
  private static boolean isIn(List<String> documented, int status) {
    String actual = Integer.toString(status);
    for (String one : documented) {
      if (one.equals(actual) || one.equals("default") || one.endsWith("XX")) {
        return true;
      }
    }
    return false;
  }

  /** What is a success, in words. */
  String inWords() {
    List<String> all = Stream.concat(body.stream(), empty.stream()).sorted().toList();
    return all.size() == 1
        ? "only " + all.get(0) + " is a success"
        : "only " + all.stream().collect(Collectors.joining(", ")) + " are successes";
  }
}
