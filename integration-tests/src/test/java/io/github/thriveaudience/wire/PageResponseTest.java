package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successful responses: a page as in the contract, or an exception. */
@ViolatesContract("bodies that are no page")
class PageResponseTest extends WireTest {
  private static final String MEMBER =
      "{\"userId\":\"1\",\"reference\":\"jane.doe\",\"email\":\"jane.doe@example.com\"}";

  @Test
  void readsAMember() {
    respond(json(page(MEMBER)));

    assertThat(read().members())
        .containsExactly(
            AudienceMember.builder()
                .userId("1")
                .reference("jane.doe")
                .email("jane.doe@example.com")
                .build());
  }

  @Test
  void keepsUnknownFields() {
    respond(
        json(
            """
            {"results":[{"userId":"1","unheardOf":"en-GB","unheardOfFigure":0.10,
                         "unheardOfObject":{"userId":null}}],
             "pagination":{"totalResults":1,"totalPages":1,"page":1,"perPage":100,"next":null},
             "links":[]}"""));

    Map<String, Object> unknown = read().members().get(0).additionalProperties();

    assertThat(unknown.keySet()).containsExactly("unheardOf", "unheardOfFigure", "unheardOfObject");
    assertThat(unknown).containsEntry("unheardOf", "en-GB");
    // By value, since libraries read one number as different types.
    assertThat(unknown.get("unheardOfFigure")).hasToString("0.1");
    assertThat(((Map<?, ?>) unknown.get("unheardOfObject")).keySet()).hasToString("[userId]");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 100",
    "'\"1\"', '\"1\"', '\"01\"', '\"100\"'",
    "1.0, 1.0, 1.0, 100.0",
    "1.00, 1e0, 10e-1, 1E2"
  })
  void acceptsFiguresWithAFractionOrAsStrings(
      String results, String pages, String page, String per) {
    respond(json(Pages.page("[" + MEMBER + "]", results, pages, page, per)));

    MembersPage read = read();
    assertThat(List.of(read.totalResults(), read.totalPages(), read.page(), read.perPage()))
        .isEqualTo(List.of(1L, 1, 1, 100));
  }

  @Test
  void inflatesGzip() {
    for (String name : List.of("gzip", "GZIP", "x-gzip")) {
      respond(
          aResponse()
              .withHeader("Content-Encoding", name)
              .withBody(Gzip.compress(page(MEMBER).getBytes(UTF_8))));
      assertThat(read().members()).hasSize(1);
    }
  }

  @Test
  void decodesByTheBytesAndNotByTheContentType() {
    String body = page(MEMBER.replace("jane.doe\"", "北京 é\""));
    for (String type : List.of("application/json; charset=iso-8859-1", "text/plain", "")) {
      respond(aResponse().withHeader("Content-Type", type).withBody(body.getBytes(UTF_8)));
      assertThat(read().members().get(0).reference()).isEqualTo("北京 é");
    }
    respond(aResponse().withBody(body.getBytes(UTF_16BE)));
    assertThat(read().members().get(0).reference()).isEqualTo("北京 é");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 203, 206})
  void rejectsOtherSuccessStatuses(int status) {
    respond(json(page(MEMBER)).withStatus(status));

    assertThat(malformed()).hasMessageContaining("status " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 205})
  void rejectsAMissingBody(int status) {
    respond(aResponse().withStatus(status));

    malformed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | null",
        "[] | not the documented object",
        "42 | not the documented object",
        "\"jane.doe\" | not the documented object",
        "{ | not valid JSON",
        "{\"results\":[MEMBER | not valid JSON",
        "PAGE PAGE | wrong",
        "PAGE x | wrong",
        "{} | results",
        "{\"results\":[]} | pagination",
        "{\"results\":null,\"pagination\":FIGURES} | results",
        "{\"results\":{},\"pagination\":FIGURES} | results",
        "{\"results\":\"jane.doe\",\"pagination\":FIGURES} | results",
        "{\"results\":[null],\"pagination\":FIGURES} | results[0]",
        "{\"results\":[[]],\"pagination\":FIGURES} | results[0]",
        "{\"results\":[MEMBER,7],\"pagination\":FIGURES} | results[1]",
        "{\"results\":[{}],\"pagination\":FIGURES} | results[0].userId",
        "{\"results\":[{\"userId\":null}],\"pagination\":FIGURES} | results[0].userId",
        "{\"results\":[{\"userId\":7}],\"pagination\":FIGURES} | results[0].userId",
        "{\"results\":[{\"userId\":true}],\"pagination\":FIGURES} | results[0].userId",
        "{\"results\":[{\"userId\":[\"jane.doe\"]}],\"pagination\":FIGURES} | results[0].userId",
        "{\"results\":[{\"userId\":\"1\",\"email\":{}}],\"pagination\":FIGURES} | results[0].email",
        "{\"results\":[{\"userId\":\"1\",\"email\":1.5}],\"pagination\":FIGURES} | results[0].email",
        "{\"results\":[{\"userId\":\"1\",\"userId\":\"2\"}],\"pagination\":FIGURES} | wrong",
        "{\"results\":[],\"results\":[],\"pagination\":FIGURES} | not valid JSON",
        "{\"x\":1,\"x\":1,\"results\":[],\"pagination\":FIGURES} | not valid JSON",
        "{\"x\":[{\"a\":{\"b\":1,\"b\":1}}],\"results\":[],\"pagination\":FIGURES} | not valid JSON",
        "{\"results\":[],\"pagination\":null} | pagination",
        "{\"results\":[],\"pagination\":[]} | pagination",
        "{\"results\":[],\"pagination\":{}} | pagination.totalResults",
        "{\"results\":[],\"pagination\":{\"totalResults\":\"0\"}} | pagination.totalPages",
        "{\"results\":[],\"pagination\":{\"totalResults\":\"0.0\"}} | pagination.totalResults",
        "{\"results\":[],\"pagination\":{\"totalResults\":\"\"}} | pagination.totalResults",
        "{\"results\":[],\"pagination\":{\"totalResults\":false}} | pagination.totalResults",
        "<html>jane.doe</html> | not valid JSON",
      })
  void rejectsAnythingElseWithoutQuotingIt(String body, String expected) {
    respond(
        json(
            body.replace("PAGE", page(MEMBER))
                .replace("MEMBER", MEMBER)
                .replace(
                    "FIGURES",
                    "{\"totalResults\":1,\"totalPages\":1,\"page\":1,\"perPage\":100}")));

    MalformedResponseException thrown = malformed();

    if (!expected.equals("wrong")) {
      assertThat(thrown).hasMessageContaining(expected);
    }
  }

  @Test
  void namesALoginPage() {
    respond(
        aResponse()
            .withHeader("Content-Type", "text/html; charset=utf-8")
            .withBody("<!DOCTYPE html><p>Sign in, jane.doe"));

    assertThat(malformed()).hasMessageContaining("text/html: is a proxy or a login page");
  }

  @Test
  void rejectsBrokenGzip() {
    byte[] whole = Gzip.compress(page(MEMBER).getBytes(UTF_8));
    whole[whole.length - 5]++; // of its checksum
    for (byte[] broken : List.of("plain".getBytes(UTF_8), whole, new byte[0])) {
      respond(aResponse().withHeader("Content-Encoding", "gzip").withBody(broken));
      malformed();
    }
  }

  @Test
  void rejectsContradictoryFigures() {
    respond(json(Pages.page("[" + MEMBER + "]", 250, 1, 1, 100)));

    assertThat(malformed()).hasMessageContaining("250 members do not fit on 1 pages of 100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"results\":[],jane.doe}        | the body is not valid JSON (line 1, column 15)",
        "`{\"results\":[],\n jane.doe}`   | the body is not valid JSON (line 2, column 2)",
        "{\"results\":[{\"userId\":{}}]}  | results[0].userId is missing or of the wrong type (line 1,",
        "{\"results\":\"jane.doe\"}       | results is missing or of the wrong type (line 1,",
        "[]                               | the body is not the documented object (line 1,",
      })
  void namesThePositionOfTheProblem(String body, String where) {
    respond(json(body));

    assertThat(malformed()).hasMessageContaining(": " + where);
  }

  @Test
  void namesExceededJsonLimits() {
    respond(json("{\"x\":" + "[".repeat(1001) + "]".repeat(1001) + "}"));

    assertThat(malformed())
        .hasMessageContaining("the body is beyond the limits that JSON is read in");
  }

  private static String page(String member) {
    return Pages.page("[" + member + "]", 1, 1, 1, 100);
  }

  private static MembersPage read() {
    return client().members("tech-team").page(1);
  }

  private static MalformedResponseException malformed() {
    MalformedResponseException thrown =
        catchThrowableOfType(MalformedResponseException.class, PageResponseTest::read);
    assertThat(thrown)
        .hasMessageStartingWith(
            "The response of "
                + baseUri()
                + " for audience \"tech-team\" is not what the API reference describes: ");
    LeakAssertions.assertNoLeaks(thrown);
    return thrown;
  }
}
