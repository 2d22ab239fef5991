package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.thriveaudience.error.Serialization;
import io.github.thriveaudience.model.AudienceMember;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Members, pages, snapshots and reports come back equal from what caches write. */
class CachedValuesTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static final AudienceMember MEMBER =
      AudienceMember.builder()
          .userId("65c2d71f0a4b98e36d170001")
          .email("ann@example.com")
          .additionalProperty("text", "a\"b")
          .additionalProperty("nothing", null)
          .additionalProperty("whole", 5)
          .additionalProperty("long", 1764115200000L)
          .additionalProperty("fraction", new BigDecimal("1.50"))
          .additionalProperty("small", 0.1)
          .additionalProperty("exponent", new BigDecimal("1E+3"))
          .additionalProperty("list", Arrays.asList(1, null, List.of(2.0), Map.of("a", true)))
          .additionalProperty("object", Map.of("b", Map.of("c", 1.0f)))
          .additionalProperty("additionalProperties", Map.of("d", 1))
          .build();

  private static final AudienceMember PLAIN = AudienceMember.builder().userId("2").build();

  private static final TraversalReport REPORT =
      TraversalReport.builder()
          .verdict(Verdict.DRIFTED)
          .evidence(List.of("The list changed.", "A page was empty."))
          .members(2)
          .duplicates(1)
          .pages(3)
          .requests(4)
          .firstTotalResults(5L)
          .firstPage(2)
          .nextPage(3)
          .build();

  private static final Map<String, List<String>> HEADERS =
      Map.of("X-RateLimit-Remaining", List.of("41"), "Via", List.of("1.1 a", "1.1 \"b\""));

  /** What Java wrote of a page before there were headers. */
  private static final String PAGE_WITHOUT_HEADERS =
      "rO0ABXNyACxpby5naXRodWIudGhyaXZlYXVkaWVuY2UubGlzdGluZy5NZW1iZXJzUGFnZQAAAAAAAAAB"
          + "AgABTAAEcGFnZXQAM0xpby9naXRodWIvdGhyaXZlYXVkaWVuY2UvbGlzdGluZy9NZW1iZXJzUGFnZSRQ"
          + "YWdlO3hwc3IAMWlvLmdpdGh1Yi50aHJpdmVhdWRpZW5jZS5saXN0aW5nLk1lbWJlcnNQYWdlJFBhZ2UA"
          + "AAAAAAAAAAIABUkABHBhZ2VJAAdwZXJQYWdlSQAKdG90YWxQYWdlc0oADHRvdGFsUmVzdWx0c0wAB21l"
          + "bWJlcnN0ABBMamF2YS91dGlsL0xpc3Q7eHAAAAACAAAAZAAAAAIAAAAAAAAAZXNyABFqYXZhLnV0aWwu"
          + "Q29sbFNlcleOq7Y6G6gRAwABSQADdGFneHAAAAABdwQAAAABc3IALWlvLmdpdGh1Yi50aHJpdmVhdWRp"
          + "ZW5jZS5tb2RlbC5BdWRpZW5jZU1lbWJlcgAAAAAAAAAAAgAETAAUYWRkaXRpb25hbFByb3BlcnRpZXN0"
          + "AA9MamF2YS91dGlsL01hcDtMAAVlbWFpbHQAEkxqYXZhL2xhbmcvU3RyaW5nO0wACXJlZmVyZW5jZXEA"
          + "fgAKTAAGdXNlcklkcQB+AAp4cHNxAH4ABgAAAAN3BAAAAAB4cHB0AAEyeA==";

  private static final List<Serializable> VALUES =
      List.of(
          MEMBER,
          PLAIN,
          REPORT,
          TraversalReport.builder().verdict(Verdict.CONSISTENT).build(),
          MembersPage.of(List.of(MEMBER, PLAIN), 2, 100, 5_000_000_000L, 50_000_000),
          MembersPage.of(List.of(), 1, 100, 0, 0),
          MembersPage.of(List.of(PLAIN), 1, 100, 1, 1).withHeaders(HEADERS),
          MembersSnapshot.of(List.of(MEMBER, PLAIN), REPORT));

  /** The ways in which caches write values. */
  enum Format {
    JACKSON_2 {
      @Override
      Object copied(Object value) throws Exception {
        return JACKSON.readValue(JACKSON.writeValueAsString(value), value.getClass());
      }
    },

    /** As a cache of objects of any type does. */
    JACKSON_2_WITH_TYPES {
      @Override
      @SuppressWarnings("deprecation") // EVERYTHING includes final classes
      Object copied(Object value) throws Exception {
        ObjectMapper mapper =
            JsonMapper.builder()
                .activateDefaultTypingAsProperty(
                    BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build(),
                    ObjectMapper.DefaultTyping.EVERYTHING,
                    "@class")
                .build();
        return mapper.readValue(mapper.writeValueAsString(value), Object.class);
      }
    },

    GSON {
      @Override
      Object copied(Object value) {
        // By default it leaves out properties that are null.
        Gson gson = new GsonBuilder().serializeNulls().create();
        return gson.fromJson(gson.toJson(value), value.getClass());
      }
    },

    SERIALIZATION {
      @Override
      Object copied(Object value) {
        return Serialization.deserialized((Serializable) value);
      }
    };

    abstract Object copied(Object value) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void comeBackEqual(Format format) throws Exception {
    for (Object value : VALUES) {
      assertThat(format.copied(value)).isEqualTo(value).hasSameHashCodeAs(value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void comeBackImmutable(Format format) throws Exception {
    MembersPage page = (MembersPage) format.copied(MembersPage.of(List.of(MEMBER), 1, 100, 1, 1));

    assertThatThrownBy(() -> page.members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> page.members().get(0).additionalProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void comeBackWithHeadersThatAreFoundCaseInsensitively(Format format) throws Exception {
    MembersPage page =
        (MembersPage)
            format.copied(MembersPage.of(List.of(MEMBER), 1, 100, 1, 1).withHeaders(HEADERS));

    assertThat(page.headers()).isEqualTo(HEADERS);
    assertThat(page.headers().get("VIA")).containsExactly("1.1 a", "1.1 \"b\"");
    assertThat(page.headers().keySet()).containsExactlyInAnyOrderElementsOf(HEADERS.keySet());
    assertThatThrownBy(() -> page.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatAnOlderVersionWroteHasNoHeaders() throws Exception {
    String json =
        """
        {"members": [{"userId": "2", "reference": null, "email": null}],
         "page": 2, "perPage": 100, "totalResults": 101, "totalPages": 2}
        """;
    byte[] bytes = Base64.getDecoder().decode(PAGE_WITHOUT_HEADERS);

    assertThat(
            List.of(
                JACKSON.readValue(json, MembersPage.class),
                new Gson().fromJson("{\"page\": " + json + "}", MembersPage.class),
                new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject()))
        .allSatisfy(
            page ->
                assertThat(page)
                    .isEqualTo(MembersPage.of(List.of(PLAIN), 2, 100, 101, 2))
                    .extracting(one -> ((MembersPage) one).headers())
                    .isEqualTo(Map.of()));
  }

  @Test
  void jsonShowsHeadersIfThereAreAny() throws Exception {
    MembersPage page = MembersPage.of(List.of(), 1, 100, 0, 0);

    assertThat(JACKSON.writeValueAsString(page)).doesNotContain("headers");
    assertThat(
            JACKSON
                .readTree(
                    JACKSON.writeValueAsString(page.withHeaders(Map.of("Via", List.of("a", "b")))))
                .path("headers"))
        .isEqualTo(JACKSON.readTree("{\"Via\": [\"a\", \"b\"]}"));
  }

  @Test
  void jsonShowsThePageAsItIs() throws Exception {
    assertThat(
            JACKSON.readTree(
                JACKSON.writeValueAsString(MembersPage.of(List.of(PLAIN), 1, 100, 1, 1))))
        .isEqualTo(
            JACKSON.readTree(
                """
                {"members": [{"userId": "2", "reference": null, "email": null}],
                 "page": 1, "perPage": 100, "totalResults": 1, "totalPages": 1}
                """));
  }

  @Test
  void whatANewerVersionWroteIsRead() throws Exception {
    String json =
        """
        {"members": [], "page": 1, "perPage": 100, "totalResults": 0, "totalPages": 0, "more": {}}
        """;

    assertThat(JACKSON.readValue(json, MembersPage.class))
        .isEqualTo(MembersPage.of(List.of(), 1, 100, 0, 0));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> JACKSON.readValue("{\"members\": []}", MembersSnapshot.class))
        .hasMessageContaining("report");
    assertThatThrownBy(() -> JACKSON.readValue("{\"pages\": 1}", TraversalReport.class))
        .hasMessageContaining("verdict");
  }

  @Test
  void numbersOfOneValueAreEqual() {
    assertThat(member(1.0)).isEqualTo(member(1)).isEqualTo(member(BigInteger.ONE));
    assertThat(member(0.1)).isEqualTo(member(new BigDecimal("0.10")));
    assertThat(member(1e20)).isEqualTo(member(new BigInteger("100000000000000000000")));
    assertThat(member(1).additionalProperties()).containsEntry("n", 1);
    assertThat(member(new BigDecimal("1e-400")).additionalProperties())
        .containsEntry("n", new BigDecimal("1e-400"));
    assertThat(member(Double.NaN).additionalProperties()).containsEntry("n", Double.NaN);
  }

  private static AudienceMember member(Number number) {
    return AudienceMember.builder().userId("1").additionalProperty("n", number).build();
  }
}
