package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import io.github.thriveaudience.model.TokenResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the templates of the generated client promise. */
class GeneratedModelTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void keepsUnknownFieldsInBothDirections() throws Exception {
    String json =
        """
        {"userId":"1","reference":null,"email":"a@example.com","team":{"name":"x","tags":[1,null]},"age":null}
        """;

    AudienceMember member = JSON.readValue(json, AudienceMember.class);

    assertThat(member.additionalProperties()).containsOnlyKeys("team", "age");
    JsonNode written = JSON.readTree(JSON.writeValueAsString(member));
    assertThat(JSON.readTree(json).properties()).isSubsetOf(written.properties());
  }

  @Test
  void treatsNullAndAbsentAlike() throws Exception {
    AudienceMember absent = JSON.readValue("{\"userId\":\"1\"}", AudienceMember.class);
    AudienceMember isNull =
        JSON.readValue(
            "{\"userId\":\"1\",\"reference\":null,\"email\":null}", AudienceMember.class);

    assertThat(absent).isEqualTo(isNull).isEqualTo(member().build());
  }

  @Test
  void keepsUnknownFieldsInTheirOrderAndUnderAnyName() throws Exception {
    AudienceMember member =
        JSON.readValue(
            "{\"z\":1,\"userId\":\"1\",\"a\":2,\"additionalProperties\":{\"q\":3},\"m\":4,\"unknown\":5,\"build\":6}",
            AudienceMember.class);

    assertThat(member.additionalProperties().keySet())
        .containsExactly("z", "a", "additionalProperties", "m", "unknown", "build");
  }

  @Test
  void needsWhatIsRequired() {
    assertThatNullPointerException()
        .isThrownBy(() -> AudienceMember.builder().reference("r").email("e").build())
        .withMessage("userId");
  }

  @Test
  void isImmutableAllTheWayDown() {
    List<Object> tags = new ArrayList<>(List.of("a"));
    Map<String, Object> team = new HashMap<>(Map.of("tags", tags));
    AudienceMember member = member().additionalProperty("team", team).build();

    tags.add("b");
    team.put("more", 1);

    assertThat(member.additionalProperties())
        .isEqualTo(Map.of("team", Map.of("tags", List.of("a"))));
    assertThatThrownBy(() -> member.additionalProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    Map<?, ?> kept = (Map<?, ?>) member.additionalProperties().get("team");
    assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(((List<?>) kept.get("tags"))::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isNotChangedByItsBuilder() {
    AudienceMember.Builder builder = member().additionalProperty("a", 1);
    AudienceMember member = builder.build();

    builder.additionalProperty("b", 2);

    assertThat(member.additionalProperties()).containsOnlyKeys("a");
  }

  @Test
  void copiesItsLists() {
    List<AudienceMember> members = new ArrayList<>();
    BigDecimal one = BigDecimal.ONE;
    Pagination figures =
        Pagination.builder().totalResults(one).totalPages(one).page(one).perPage(one).build();
    AudienceMembers page = AudienceMembers.builder().results(members).pagination(figures).build();

    members.add(member().build());

    assertThat(page.results()).isEmpty();
  }

  @Test
  void showsNoSecret() {
    TokenResponse token =
        TokenResponse.builder()
            .accessToken("hush-hush")
            .tokenType("Bearer")
            .additionalProperty("id_token", "hush-too")
            .build();

    assertThat(token).asString().contains("Bearer", "id_token").doesNotContain("hush");
  }

  @Test
  void showsNoPersonalData() {
    AudienceMember member =
        member()
            .reference("jane.doe")
            .email("jane@example.com")
            .additionalProperty("age", 7)
            .build();

    // The spec may have more fields by now.
    assertThat(member.toString())
        .startsWith("AudienceMember[userId=1, ")
        .contains("reference=***, ", "email=***, ")
        .endsWith("additionalProperties=[age]]")
        .doesNotContain("jane", "7");
  }

  private static AudienceMember.Builder member() {
    return AudienceMember.builder().userId("1");
  }
}
