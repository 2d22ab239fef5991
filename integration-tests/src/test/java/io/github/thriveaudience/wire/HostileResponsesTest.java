package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import io.github.thriveaudience.model.AudienceMember;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a server sends, a listing ends with the correct members or with one documented
 * exception, soon and with little memory.
 */
@Tag("long")
@ViolatesContract("a hostile server respects no contract")
class HostileResponsesTest extends WireTest {
  private static final int MEGABYTE = 1 << 20;
  private static final String PAGE = Pages.page(2, 1, 1000);
  private static final List<String> EXPECTED_IDS = List.of("id-1", "id-2");

  /** Shared by all tests, with a small maximum response size. */
  private static final AudienceMembersClient CLIENT = builder().maxResponseSize(MEGABYTE).build();

  static Stream<Arguments> bodies() {
    String nested = "[".repeat(100_000);
    return Stream.of(
        Arguments.of("a byte-order mark", "\uFEFF" + PAGE),
        Arguments.of("100,000 levels", with("results", nested)),
        Arguments.of("100,000 levels, unknown field", with("x", nested)),
        Arguments.of("100,000 levels, closed", with("x", nested + "]".repeat(100_000))),
        Arguments.of("100,000 objects", with("x", "{\"a\":".repeat(100_000))),
        Arguments.of("a string of 10 MB", with("x", '"' + "a".repeat(10 * MEGABYTE) + '"')),
        Arguments.of("a field name of 500 kB", with("a".repeat(500_000), "1")),
        Arguments.of("a number of 500 kB", with("x", "1".repeat(500_000))),
        Arguments.of("a number of 500 kB for a figure", figures("1".repeat(500_000), "1", "1")),
        Arguments.of("an exponent without end", figures("1e999999999", "1", "1")),
        Arguments.of("a fraction without end", figures("1e-999999999", "1", "1")),
        Arguments.of("duplicate results", PAGE.replaceFirst("\\{", "{\"results\":[],")),
        Arguments.of("duplicate unknown keys", with("x", "{\"a\":1,\"a\":2}")),
        Arguments.of("2^31 pages", figures("2", "2147483648", "1")),
        Arguments.of("2^31 - 1 pages", figures("2", "2147483647", "1")),
        Arguments.of("2^63 members", figures("9223372036854775808", "1", "1")),
        Arguments.of("a negative total", figures("-1", "1", "1")),
        Arguments.of("another page", figures("2", "1", "2")),
        Arguments.of("page 0", figures("2", "1", "0")),
        Arguments.of("fewer members than there are", figures("1", "1", "1")),
        Arguments.of(
            "more members than asked for",
            Pages.page('[' + Pages.member(1) + ',' + Pages.member(2) + ']', 2, 2, 1, 1)),
        Arguments.of("members of nobody", figures("0", "0", "1")),
        Arguments.of("NaN", figures("NaN", "1", "1")),
        Arguments.of("Infinity", figures("Infinity", "1", "1")),
        Arguments.of("text after the page", PAGE + " true"),
        Arguments.of("a comment", "/* */" + PAGE),
        Arguments.of("single quotes", PAGE.replace('"', '\'')),
        Arguments.of("a trailing comma", with("x", "[1,]")),
        Arguments.of("nulls", "\0".repeat(1000)),
        Arguments.of("a bare control character", PAGE.replace("user-1", "user\n1")),
        Arguments.of("half of a surrogate pair", PAGE.replace("user-1", "\\ud83d")));
  }

  /** Removes earlier stubs, since WireMock searches all of them when one is added. */
  private static void respondOnly(ResponseDefinitionBuilder response) {
    API.resetMappings();
    respond(response);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void bodyIsReadCorrectlyOrRejected(String name, String body) {
    respond(json(body));
    assertCorrectOrRejected();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void encodingIsReadOrRejected(String name, byte[] body, boolean readable) {
    respond(aResponse().withHeader("Content-Type", "application/json").withBody(body));

    assertThat(catchThrowable(HostileResponsesTest::ids) == null).isEqualTo(readable);
    assertCorrectOrRejected();
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-8", PAGE.getBytes(UTF_8), true),
        Arguments.of("UTF-16", PAGE.getBytes(java.nio.charset.StandardCharsets.UTF_16), true),
        Arguments.of("UTF-16LE", PAGE.getBytes(java.nio.charset.StandardCharsets.UTF_16LE), true),
        Arguments.of("Latin 1", PAGE.replace("user-1", "jüne").getBytes(ISO_8859_1), false),
        // Jackson decodes an overlong form.
        Arguments.of("overlong", PAGE.replace("user-1", "\u00c0\u00af").getBytes(ISO_8859_1), true),
        Arguments.of(
            "cut off", PAGE.replace("user-1", "\u00e5\u008c").getBytes(ISO_8859_1), false));
  }

  @Test
  void rejectsAPageTruncatedAtAnyCharacter() {
    for (int length = 0; length < PAGE.length(); length++) {
      respondOnly(json(PAGE.substring(0, length)));
      assertThat(catchThrowable(HostileResponsesTest::ids))
          .as("cut at " + length)
          .isExactlyInstanceOf(MalformedResponseException.class)
          .satisfies(LeakAssertions::assertNoLeaks);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userId",
        "reference",
        "email",
        "results",
        "pagination",
        "totalResults",
        "totalPages",
        "page",
        "perPage"
      })
  void rejectsAFieldOfTheWrongType(String field) {
    String before = "\"" + field + "\":(\"[^\"]*\"|\\d+|\\[.*]|\\{[^}]*})";
    for (String value : List.of("true", "7.5", "[]", "{}", "[1]", "{\"a\":1}", "[null]")) {
      respond(json(PAGE.replaceFirst(before, "\"" + field + "\":" + value)));
      assertThat(catchThrowable(HostileResponsesTest::ids))
          .as(field + " " + value)
          .isExactlyInstanceOf(MalformedResponseException.class)
          .satisfies(LeakAssertions::assertNoLeaks);
    }
  }

  @ParameterizedTest
  @CsvSource({"204", "205", "206", "201", "304"})
  void rejectsAStatusWithoutAPage(int status) {
    respond(json(status == 206 ? PAGE : "").withStatus(status));

    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isInstanceOf(
            status == 304 ? UnexpectedStatusException.class : MalformedResponseException.class);
  }

  @ParameterizedTest
  @CsvSource({"300", "301", "302", "303", "305", "307", "308"})
  void rejectsARedirectWithAndWithoutALocation(int status) {
    respond(aResponse().withStatus(status).withHeader("Location", "/rest/v1/elsewhere"));
    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isInstanceOf(UnexpectedStatusException.class);
    respond(aResponse().withStatus(status));
    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isInstanceOf(UnexpectedStatusException.class);
    assertThat(requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"-1", "99999999999999999999", "1e3", "NaN", "'1, 2'", "\u0661"})
  void toleratesAnInvalidRetryAfter(String header) {
    respond(aResponse().withStatus(503).withHeader("Retry-After", header));

    // A separate client: throttling affects all calls of a client.
    assertThat(catchThrowable(() -> client().members("tech-team").page(1)))
        .isExactlyInstanceOf(ServerErrorException.class);
  }

  @Test
  void rejectsADecompressionBomb() throws IOException {
    respond(gzip(zeros(200 * MEGABYTE)));

    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("maxResponseSize");
  }

  @Test
  void keepsTheStatusOfADecompressionBombInAnError() throws IOException {
    respond(gzip(zeros(200 * MEGABYTE)).withStatus(500));

    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isExactlyInstanceOf(ServerErrorException.class);
  }

  @Test
  void rejectsASmallBodyOfManyObjects() {
    byte[] page = with("x", "[" + "{},".repeat(300_000) + "{}]").getBytes(UTF_8);
    respond(gzip(Gzip.compress(page)));

    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("beyond the limits that JSON is read in");
  }

  @Test
  void rejectsATooLargeBody() {
    respond(json(with("x", '"' + "a".repeat(MEGABYTE) + '"')));
    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("larger than the 1048576 bytes that maxResponseSize allows");

    respond(json("a".repeat(MEGABYTE)).withStatus(500));
    assertThat(catchThrowable(HostileResponsesTest::ids))
        .isExactlyInstanceOf(ServerErrorException.class);
  }

  /** The seed and the number of the round determine every mutation. */
  @Test
  void mutatedBodiesAreReadOrRejected() {
    byte[] valid = PAGE.getBytes(UTF_8);
    IntStream.range(0, Soak.times(20_000))
        .forEach(
            round -> {
              byte[] mutated = mutate(valid, new Random(4711L * 1_000_000 + round));
              respondOnly(
                  aResponse().withHeader("Content-Type", "application/json").withBody(mutated));
              Throwable thrown = catchThrowable(() -> CLIENT.members("tech-team").page(1));
              if (thrown != null) {
                assertThat(thrown)
                    .as("round " + round)
                    .isExactlyInstanceOf(MalformedResponseException.class);
              }
            });
  }

  private static byte[] mutate(byte[] valid, Random random) {
    byte[] bytes = valid.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]\",:0123456789-.eE tfn\\".charAt(random.nextInt(25));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> System.arraycopy(bytes, at / 2, bytes, at, Math.min(8, bytes.length - at));
      }
    }
    return bytes;
  }

  private static void assertCorrectOrRejected() {
    Throwable thrown = catchThrowable(() -> assertThat(ids()).isEqualTo(EXPECTED_IDS));
    if (thrown != null) {
      assertThat(thrown)
          .isInstanceOf(ThriveException.class)
          .isNotInstanceOf(ThriveApiException.class)
          .satisfies(LeakAssertions::assertNoLeaks);
    }
  }

  private static List<String> ids() {
    return CLIENT.members("tech-team").stream().map(AudienceMember::userId).toList();
  }

  private static String with(String field, String value) {
    return PAGE.replaceFirst("\\{", "{\"" + field + "\":" + value + ",");
  }

  private static String figures(String totalResults, String totalPages, String page) {
    String members = '[' + Pages.member(1) + ',' + Pages.member(2) + ']';
    return Pages.page(members, totalResults, totalPages, page, "1000");
  }

  private static ResponseDefinitionBuilder gzip(byte[] bytes) {
    return aResponse().withHeader("Content-Encoding", "gzip").withBody(bytes);
  }

  /** A compressed page that inflates to this size. */
  private static byte[] zeros(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"x\":\"".getBytes(UTF_8));
      byte[] chunk = new byte[MEGABYTE];
      Arrays.fill(chunk, (byte) '0');
      for (int i = 0; i < size / MEGABYTE; i++) {
        gzip.write(chunk);
      }
    }
    return bytes.toByteArray();
  }
}
