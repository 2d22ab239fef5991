package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Successes: a method returns one type, whatever the status is. */
final class Responses {
  private final OpenAPI spec;

  Responses(OpenAPI spec) {
    this.spec = spec;
  }

  /**
   * Leaves one media type of each success, which can be read.
   *
   * @throws Refusal if there is none, or if two successes have different types
   */
  void prepare(HttpMethod method, Operation operation) {
    List<ApiResponse> successes = successes(operation.getResponses()).toList();
    if (method == HttpMethod.HEAD) {
      successes.forEach(success -> success.setContent(null));
    }
    successes.forEach(this::prepare);
    List<Map.Entry<String, MediaType>> bodies =
        successes.stream().filter(Responses::hasBody).map(Responses::body).toList();
    long types = bodies.stream().map(body -> body.getValue().getSchema()).distinct().count();
    long kinds = bodies.stream().map(body -> kind(body.getKey())).distinct().count();
    if (types > 1 || kinds > 1) {
      throw new Refusal(
          "two successes have different bodies, and a method returns one type",
          "one schema for all of them");
    }
  }

  private static String kind(String mediaType) {
    return MediaTypes.isJson(mediaType) ? "json" : mediaType;
  }

  private void prepare(ApiResponse success) {
    if (!hasBody(success)) {
      return;
    }
    Content content = success.getContent();
    String chosen = MediaTypes.preferred(content.keySet(), false);
    if (chosen == null) {
      throw new Refusal(
          "a body of " + content.keySet() + " cannot be read",
          "application/json, text/plain or application/octet-stream");
    }
    MediaType body = MediaTypes.copy(content.get(chosen));
    if (!MediaTypes.isJson(chosen)) {
      Bodies.checkPlain(spec, chosen, body);
    } else {
      Bodies.setSchema(body);
    }
    success.setContent(new Content().addMediaType(chosen, body));
  }

  /** The response that says what a method returns: of the successes with a body the first. */
  @Nullable ApiResponse returned(ApiResponses responses) {
    return successes(responses)
        .min(Comparator.comparing(success -> !hasBody(success)))
        .orElse(null);
  }

  /** Whether a success can have no body although another has one. */
  boolean isOptional(ApiResponses responses) {
    return successes(responses).map(Responses::hasBody).distinct().count() > 1;
  }

  /** The media types of the successes. */
  List<String> accepted(ApiResponses responses) {
    List<String> all =
        successes(responses)
            .filter(Responses::hasBody)
            .map(success -> body(success).getKey())
            .distinct()
            .toList();
    // Errors are JSON where a success is nothing.
    return all.isEmpty() ? List.of("application/json") : all;
  }

  /** The statuses of the successes that have a body, or of those that have none. */
  List<String> statuses(ApiResponses responses, boolean withBody) {
    return codes(responses).stream()
        .filter(code -> hasBody(response(responses, code)) == withBody)
        .toList();
  }

  /** The default response is a success if no other is. */
  private static List<String> codes(@Nullable ApiResponses responses) {
    if (responses == null) {
      return List.of();
    }
    List<String> codes =
        responses.keySet().stream().filter(code -> code.startsWith("2")).sorted().toList();
    return codes.isEmpty() && responses.containsKey("default") ? List.of("default") : codes;
  }

  private Stream<ApiResponse> successes(@Nullable ApiResponses responses) {
    return codes(responses).stream().map(code -> response(Objects.requireNonNull(responses), code));
  }

  private ApiResponse response(ApiResponses responses, String code) {
    return ModelUtils.getReferencedApiResponse(spec, responses.get(code));
  }

  private static boolean hasBody(ApiResponse response) {
    return response.getContent() != null && !response.getContent().isEmpty();
  }

  private static Map.Entry<String, MediaType> body(ApiResponse response) {
    return response.getContent().entrySet().iterator().next();
  }
}
