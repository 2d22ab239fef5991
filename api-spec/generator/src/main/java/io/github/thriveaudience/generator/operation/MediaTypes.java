package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.media.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What bodies can be. */
final class MediaTypes {
  static final String FORM = "application/x-www-form-urlencoded";

  private MediaTypes() {}

  /** A copy that can be changed: of OpenAPI 3.1, the parser reads equal ones into one object. */
  static MediaType copy(@Nullable MediaType body) {
    return body == null
        ? new MediaType()
        : new MediaType().schema(body.getSchema()).encoding(body.getEncoding());
  }

  static boolean isJson(@Nullable String mediaType) {
    return mediaType != null && essence(mediaType).matches("application/(json|[^*]+\\+json)");
  }

  static boolean isForm(String mediaType) {
    return essence(mediaType).equals(FORM);
  }

  static boolean isMultipart(String mediaType) {
    return essence(mediaType).equals("multipart/form-data");
  }

  static boolean isText(String mediaType) {
    return essence(mediaType).matches("text/[^*]+") && !essence(mediaType).equals("text/xml");
  }

  /** Whether a body of this type is no text. */
  static boolean isBinary(String mediaType) {
    return essence(mediaType)
        .matches("(image|audio|video|font)/[^*]+|application/(octet-stream|pdf|zip|gzip)");
  }

  /** The type that the client reads or writes of those that are offered; null if there is none. */
  static @Nullable String preferred(Collection<String> offered, boolean withForm) {
    return List.<Predicate<String>>of(
            MediaTypes::isJson,
            one -> withForm && isForm(one),
            one -> withForm && isMultipart(one),
            MediaTypes::isText,
            MediaTypes::isBinary)
        .stream()
        .flatMap(kind -> offered.stream().filter(kind))
        .findFirst()
        .orElse(null);
  }

  private static String essence(String mediaType) {
    return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
