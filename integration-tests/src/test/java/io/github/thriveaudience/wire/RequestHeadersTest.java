package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AccessToken;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.RequestEvent;
import java.net.URI;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that users give to the builder, as the server receives them. */
class RequestHeadersTest extends WireTest {
  private static final String KEY = "X-Api-Gateway-Key";
  private static final String TOKEN_KEY = "X-Token-Gateway-Key";

  @BeforeEach
  void serve() {
    respond(json(Pages.page(2, 1, 1000)));
    API.stubFor(post(urlPathMatching("/oauth2/token/.+")).willReturn(token(SECRET + "-token")));
  }

  @Test
  void areOnRequestsToTheApiAlone() {
    AudienceMembersClient client =
        oauth2Builder().header(KEY, SECRET).header("X-Tenant", () -> "north").build();

    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, KEY)).containsExactly(List.of(SECRET));
    assertThat(values(RequestMethod.GET, "X-Tenant")).containsExactly(List.of("north"));
    assertThat(values(RequestMethod.POST, KEY)).containsExactly(List.of());
    assertThat(values(RequestMethod.POST, "X-Tenant")).containsExactly(List.of());
  }

  @Test
  void areOnTokenRequestsWhereAskedFor() {
    AudienceMembersClient client =
        oauth2Builder().tokenHeader(TOKEN_KEY, SECRET).tokenHeader("X-Tenant", () -> "n").build();

    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.POST, TOKEN_KEY)).containsExactly(List.of(SECRET));
    assertThat(values(RequestMethod.POST, "X-Tenant")).containsExactly(List.of("n"));
    assertThat(values(RequestMethod.GET, TOKEN_KEY)).containsExactly(List.of());
    assertThat(values(RequestMethod.GET, "X-Tenant")).containsExactly(List.of());
  }

  @Test
  void areOnTheRequestsOfAccessTokens() {
    Iterator<String> keys = List.of(SECRET + "-1", SECRET + "-2").iterator();
    try (AccessTokens tokens = tokensBuilder().tokenHeader(TOKEN_KEY, keys::next).build()) {
      AccessToken token = tokens.current();
      tokens.invalidate(token);
      tokens.current();
    }

    assertThat(values(RequestMethod.POST, TOKEN_KEY))
        .containsExactly(List.of(SECRET + "-1"), List.of(SECRET + "-2"));
  }

  @Test
  void ofTokensAreHarmlessWithoutTokens() {
    builder().tokenHeader(TOKEN_KEY, SECRET).build().members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, TOKEN_KEY)).containsExactly(List.of());
  }

  @Test
  void areSentExactlyAsGiven() {
    String value = "{key} %7B \"a,b;c\"\t  d\\e~!";
    List<String> heads = new CopyOnWriteArrayList<>();
    try (Sockets server = new Sockets(connection -> heads.add(Sockets.head(connection)))) {
      URI uri = URI.create("http://127.0.0.1:" + server.port());

      catchThrowable(
          () -> builder().baseUri(uri).header(KEY, value).build().members("tech-team").page(1));
    }

    assertThat(heads).isNotEmpty();
    assertThat(heads.get(0)).contains("\r\n" + KEY + ": " + value + "\r\n");
  }

  @Test
  void areReplacedByLaterOnesOfTheName() {
    builder()
        .header(KEY, "first")
        .header(KEY.toLowerCase(Locale.ROOT), () -> "second")
        .header("x-api-gateway-KEY", "third")
        .build()
        .members("tech-team")
        .page(1);

    assertThat(values(RequestMethod.GET, KEY)).containsExactly(List.of("third"));
    assertThat(requests().get(0).getAllHeaderKeys()).contains("x-api-gateway-KEY");
  }

  @Test
  void areThoseOfTheBuilderAtBuild() {
    AudienceMembersClient.Builder builder = builder().header(KEY, "before");
    AudienceMembersClient client = builder.build();
    builder.header(KEY, "after").header("X-Other", "after");

    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, KEY)).containsExactly(List.of("before"));
    assertThat(values(RequestMethod.GET, "X-Other")).containsExactly(List.of());
  }

  @Test
  void ofASupplierAreAskedForEachAttempt() {
    failFirst(json("{\"status\":500}").withStatus(500));
    Iterator<@Nullable String> keys = Arrays.asList("1", null, "3").iterator();
    AudienceMembersClient client = builder().maxAttempts(2).header(KEY, keys::next).build();

    client.members("tech-team").page(1);
    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, KEY))
        .containsExactly(List.of("1"), List.of(), List.of("3"));
  }

  @Test
  void areOnTheRequestsAfterARejectedToken() {
    failFirst(json("{\"status\":401}").withStatus(401));
    Queue<String> keys = new ConcurrentLinkedQueue<>(List.of("1", "2"));
    AudienceMembersClient client =
        oauth2Builder()
            .maxAttempts(2)
            .header(KEY, keys::remove)
            .tokenHeader(TOKEN_KEY, () -> "token")
            .build();

    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, KEY)).containsExactly(List.of("1"), List.of("2"));
    assertThat(values(RequestMethod.POST, TOKEN_KEY))
        .containsExactly(List.of("token"), List.of("token"));
  }

  private static void failFirst(ResponseDefinitionBuilder response) {
    API.stubFor(
        any(urlPathMatching("/rest/.+"))
            .inScenario("first")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("later")
            .willReturn(response));
  }

  @Test
  void ofASupplierAreAskedOnTheThreadThatSends() {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    AudienceMembersClient client =
        builder()
            .header(
                KEY,
                () -> {
                  threads.add(Thread.currentThread());
                  return null;
                })
            .build();

    client.members("tech-team").page(1);

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void ofAFailingSupplierFailTheCallBeforeItsRequest() {
    AtomicInteger asked = new AtomicInteger();
    IllegalStateException cause = new IllegalStateException("the vault is sealed: jane.doe");
    RecordedEvents events = new RecordedEvents();
    AudienceMembersClient client =
        builder()
            .maxAttempts(4)
            .addListener(events)
            .header(
                KEY,
                () -> {
                  asked.incrementAndGet();
                  throw cause;
                })
            .build();

    Throwable failure = catchThrowable(() -> client.members("tech-team").readAll());

    assertThat(failure)
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessageStartingWith(
            "The supplier of the header X-Api-Gateway-Key failed with a"
                + " java.lang.IllegalStateException, so no request was sent.")
        .hasMessageNotContaining("jane.doe")
        .hasCause(cause);
    assertThat(((ThriveException) failure).correlationId()).isNotNull();
    assertThat(asked).hasValue(1);
    assertThat(requests()).isEmpty();
    assertThat(events.of(RequestEvent.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hush\r\nX-Forged: 1",
        "hush\n",
        "hush\u0000",
        "hush ",
        "\thush",
        "hüsh",
        "hush\u2028"
      })
  void ofASupplierAreRefusedIfTheyCannotBeSent(String value) {
    assertThatThrownBy(
            () ->
                builder()
                    .maxAttempts(4)
                    .header(KEY, () -> value)
                    .build()
                    .members("tech-team")
                    .page(1))
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessageStartingWith(
            "The supplier of the header X-Api-Gateway-Key returned what cannot be used: the value ")
        .hasMessageNotContaining("hush")
        .hasMessageNotContaining("Forged")
        .hasNoCause();
    assertThat(requests()).isEmpty();
  }

  @Test
  void ofAFailingSupplierFailTokensToo() {
    try (AccessTokens tokens = tokensBuilder().tokenHeader(TOKEN_KEY, () -> "a\nb").build();
        AudienceMembersClient client =
            oauth2Builder()
                .tokenHeader(
                    TOKEN_KEY,
                    () -> {
                      throw new IllegalStateException("sealed");
                    })
                .build()) {
      assertThatThrownBy(tokens::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("header X-Token-Gateway-Key returned what cannot be used");
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("header X-Token-Gateway-Key failed with a java.lang.Illegal");
    }

    assertThat(requests()).isEmpty();
  }

  @Test
  void passAnErrorOfASupplierOn() {
    Error error = new StackOverflowError("test");

    assertThatThrownBy(
            () ->
                builder()
                    .maxAttempts(4)
                    .header(
                        KEY,
                        () -> {
                          throw error;
                        })
                    .build()
                    .members("tech-team")
                    .page(1))
        .isSameAs(error);
  }

  /** Even those whose names are on the allow-list for what the server sends. */
  @Test
  void areInNoLogLineAndNoEvent() {
    RecordedEvents events = new RecordedEvents();
    try (RecordedLog log = RecordedLog.ofEverything()) {
      List<String> names = List.of(KEY, "Cache-Control", "X-Request-Id", "Vary", "Date", "Age");
      AudienceMembersClient.Builder builder = oauth2Builder().addListener(events);
      names.forEach(name -> builder.header(name, SECRET).tokenHeader(name, () -> SECRET));
      AudienceMembersClient client = builder.build();

      client.members("tech-team").page(1);

      for (String name : names) {
        assertThat(values(RequestMethod.GET, name)).containsExactly(List.of(SECRET));
        assertThat(values(RequestMethod.POST, name)).containsExactly(List.of(SECRET));
      }
      assertThat(log.lines).anyMatch(line -> line.text().startsWith("Headers sent: {"));
      assertThat(Stream.of(log.lines, events.all, List.of(builder, client)).flatMap(List::stream))
          .noneMatch(shown -> shown.toString().contains(SECRET));
    }
  }

  /** The values of a header in each request, in order. */
  private static List<List<String>> values(RequestMethod method, String name) {
    return requests().stream()
        .filter(request -> request.getMethod().equals(method))
        .map(request -> values(request, name))
        .toList();
  }

  private static List<String> values(LoggedRequest request, String name) {
    return request.containsHeader(name) ? request.header(name).values() : List.of();
  }
}
