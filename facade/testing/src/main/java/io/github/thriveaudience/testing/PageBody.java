package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.common.Json;
import io.github.thriveaudience.model.AudienceMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of a page. */
final class PageBody {
  private PageBody() {}

  static String of(
      List<AudienceMember> members, int totalResults, int totalPages, int page, int perPage) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("results", members.stream().map(PageBody::fields).toList());
    body.put(
        "pagination",
        Map.of(
            "totalResults",
            totalResults,
            "totalPages",
            totalPages,
            "page",
            page,
            "perPage",
            perPage));
    return Json.write(body);
  }

  /** WireMock's own Jackson does not know the annotations of the record. */
  private static Map<String, @Nullable Object> fields(AudienceMember member) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("userId", member.userId());
    fields.put("reference", member.reference());
    fields.put("email", member.email());
    fields.putAll(member.additionalProperties());
    return fields;
  }
}
