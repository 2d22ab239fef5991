package io.github.thriveaudience.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.quickstart.StubServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The template of a page with the parameters of a list that a user adds. */
class PageTemplateTest {
  private static final Path FOLDER =
      Path.of("../api-spec/target/classes/thrive-audience/stubs/mappings");

  private static final StubServer STUBS = new StubServer();
  @RegisterExtension static final PlainHttp HTTP = new PlainHttp(STUBS);

  @ParameterizedTest
  @ValueSource(ints = {9999, 10_000, 10_001, 1_000_000, 123_456_789})
  void idsHave24DigitsHoweverLargeTheList(int members) throws Exception {
    add("added-team", parameters -> parameters.put("totalResults", members));

    List<String> ids =
        Stream.of(1, 2, 1001, 9999, members)
            .distinct()
            .map(number -> memberOf("added-team", number).userId())
            .toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{24}"));
    assertThat(ids).last().asString().endsWith(Integer.toString(members));
  }

  @ParameterizedTest
  @ValueSource(strings = {"63f8c5361b9c", "63f8c5361b9c80d3274b", "63f8c5361b9c80d3274be7ca11"})
  void idsHave24DigitsHoweverLongThePrefix(String prefix) throws Exception {
    add("prefix-team", parameters -> parameters.put("userIdPrefix", prefix));

    assertThat(memberOf("prefix-team", 42).userId()).matches("63f8c5361b9c[0-9a-f]{9}042");
  }

  @Test
  void digitsAreThoseOfJsonInEachLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(memberOf("tech-team", 42))
          .isEqualTo(
              AudienceMember.builder()
                  .userId("63f8c5361b9c80d3274b0042")
                  .reference("user-0042")
                  .email("user-0042@example.com")
                  .build());
    } finally {
      Locale.setDefault(before);
    }
  }

  private static AudienceMember memberOf(String audience, int number) {
    return StubClients.client(STUBS, 1).members(audience).page(number).members().get(0);
  }

  private static void add(String audience, UnaryOperator<ObjectNode> change) throws Exception {
    ObjectNode mapping = techTeam();
    mapping.putObject("request").put("urlPath", "/rest/v1/audiences/" + audience + "/members");
    change.apply((ObjectNode) mapping.at("/response/transformerParameters"));
    assertThat(HTTP.addMapping(mapping.toString()).statusCode()).isEqualTo(201);
  }

  private static ObjectNode techTeam() throws IOException {
    return (ObjectNode)
        new ObjectMapper().readTree(FOLDER.resolve("members-tech-team.json").toFile());
  }
}
