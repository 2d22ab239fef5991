package com.example.modules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes values of the client as caches do, reads them back, and prints which are not equal. */
public final class KeepValues {
  private static final AudienceMember MEMBER =
      AudienceMember.builder()
          .userId("1")
          .email("ann@example.com")
          .additionalProperty("team", Map.of("id", 1764115200000L, "tags", List.of("a", "b")))
          .additionalProperty("share", new BigDecimal("0.250"))
          .additionalProperty("additionalProperties", Map.of("a", 1))
          .build();

  private static final TraversalReport REPORT =
      TraversalReport.builder().verdict(Verdict.DRIFTED).evidence(List.of("It changed.")).build();

  private KeepValues() {}

  public static void main(String[] args) throws Exception {
    for (Object value :
        List.of(
            MEMBER,
            REPORT,
            MembersPage.of(List.of(MEMBER), 1, 100, 1, 1),
            MembersPage.of(List.of(MEMBER), 1, 100, 1, 1)
                .withHeaders(Map.of("X-RateLimit-Remaining", List.of("41"))),
            MembersSnapshot.of(List.of(MEMBER), REPORT))) {
      ObjectMapper jackson2 = new ObjectMapper();
      report(value, jackson2.readValue(jackson2.writeValueAsString(value), value.getClass()));
      JsonMapper jackson3 = new JsonMapper();
      report(value, jackson3.readValue(jackson3.writeValueAsString(value), value.getClass()));
      Gson gson = new Gson();
      report(value, gson.fromJson(gson.toJson(value), value.getClass()));
      report(value, deserialized(value));
    }
    AudienceMember read =
        new JsonMapper().readValue("{\"userId\":\"1\",\"unheardOf\":[1]}", AudienceMember.class);
    System.out.println(read.userId() + read.additionalProperties());
  }

  private static void report(Object value, Object copy) {
    System.out.println(value.equals(copy) ? "equal" : "not equal: " + value + " and " + copy);
  }

  private static Object deserialized(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(value);
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }
}
