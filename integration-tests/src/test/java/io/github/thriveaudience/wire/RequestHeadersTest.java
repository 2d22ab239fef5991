package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.github.thriveaudience.AccessToken;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The headers that users give to the builder, as the server receives them. */
class RequestHeadersTest extends RequestHeadersFixture {
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
}
