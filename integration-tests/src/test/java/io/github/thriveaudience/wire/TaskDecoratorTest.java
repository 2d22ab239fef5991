package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RequestEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TaskDecoratorTest extends WireTest {
  private static final ThreadLocal<String> USER = new ThreadLocal<>();

  /** What was the context, by the beginning of the name of the thread. */
  private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

  private final ClientListener onPageThreads =
      new ClientListener() {
        @Override
        public void onRequest(RequestEvent event) {
          note(event.call().operation().name());
        }
      };

  private void note(String where) {
    seen.computeIfAbsent(where, any -> new CopyOnWriteArrayList<>())
        .add(String.valueOf(USER.get()));
  }

  @AfterEach
  void clear() {
    USER.remove();
  }

  private static Runnable withUser(Runnable task) {
    String user = USER.get();
    return () -> {
      USER.set(user);
      try {
        task.run();
      } finally {
        USER.remove();
      }
    };
  }

  @Test
  void carriesTheContextToTheThreadsOfPagesRequestsAndTokens() {
    API.stubFor(post(urlPathMatching("/oauth2/.*")).willReturn(token("a-token")));
    stubPages();
    USER.set("jane");

    try (AudienceMembersClient client =
        oauth2Builder()
            .httpClient(new WrappedHttpClient(() -> note("send")))
            .taskDecorator(TaskDecoratorTest::withUser)
            .addListener(onPageThreads)
            .build()) {
      client.members("tech-team").parallelism(2).readAll();
      client.members("tech-team").deadline(Duration.ofMinutes(1)).page(1);
      client.membersOfEach(List.of("one", "two")).concurrency(2).readAll((name, read) -> {});
    }

    assertThat(seen.get("LIST_MEMBERS")).hasSize(3 + 1 + 2 * 3).containsOnly("jane");
    assertThat(seen.get("REQUEST_TOKEN")).containsExactly("jane");
    assertThat(seen.get("send")).hasSize(11).containsOnly("jane");
    assertThat(USER.get()).isEqualTo("jane");
  }

  @Test
  void accessTokensCarryItToo() {
    respond(token("a-token"));
    USER.set("jane");

    try (AccessTokens tokens =
        tokensBuilder()
            .taskDecorator(TaskDecoratorTest::withUser)
            .addListener(onPageThreads)
            .build()) {
      tokens.current();
    }

    assertThat(seen.get("REQUEST_TOKEN")).containsExactly("jane");
  }

  @Test
  void withoutADecoratorThreadsInheritNothing() {
    stubPages();
    USER.set("jane");

    try (AudienceMembersClient client = builder().addListener(onPageThreads).build()) {
      client.members("tech-team").readAll();
    }

    assertThat(seen.get("LIST_MEMBERS")).containsOnly("null");
  }

  @Test
  @Timeout(20)
  void aDecoratorThatFailsEndsTheReadingAndLeavesNoRequestBehind() {
    stubPages();
    RuntimeException failure = new IllegalStateException("no context");

    assertReadingFails(
            task -> {
              throw failure;
            })
        .isSameAs(failure);
    assertReadingFails(task -> null)
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the taskDecorator returned null");
    assertReadingFails(task -> () -> {})
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the taskDecorator did not run its task");
    assertReadingFails(
            task ->
                () -> {
                  throw failure;
                })
        .isSameAs(failure);
    assertThat(requests()).isEmpty();
  }

  @Test
  @Timeout(20)
  void aDecoratorThatFailsOnTheThreadOfARequestIsNotTakenForTheHttpClient() {
    stubPages();
    RuntimeException failure = new IllegalStateException("no context");

    // Without a deadline, the thread of the caller makes the call: only its request is decorated.
    try (AudienceMembersClient client =
        builder()
            .taskDecorator(
                task ->
                    () -> {
                      throw failure;
                    })
            .build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1)).isSameAs(failure);
    }
    try (AudienceMembersClient client = builder().taskDecorator(task -> () -> {}).build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .hasMessage("the taskDecorator did not run its task");
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void aTaskThatIsRunTwiceSendsItsRequestsOnce() {
    API.stubFor(post(urlPathMatching("/oauth2/.*")).willReturn(token("a-token")));
    stubPages();

    try (AudienceMembersClient client =
        oauth2Builder()
            .taskDecorator(
                task ->
                    () -> {
                      task.run();
                      task.run();
                    })
            .build()) {
      client.members("tech-team").readAll();
    }

    assertThat(requests()).hasSize(4);
  }

  private AbstractThrowableAssert<?, ?> assertReadingFails(UnaryOperator<Runnable> decorator) {
    try (AudienceMembersClient client = builder().taskDecorator(decorator).build()) {
      return assertThatThrownBy(() -> client.members("tech-team").readAll());
    }
  }

  private static void stubPages() {
    for (int page = 1; page <= 3; page++) {
      API.stubFor(
          get(urlPathMatching(".*/members"))
              .withQueryParam("page", equalTo("" + page))
              .willReturn(json(Pages.page(30, page, 10))));
    }
  }
}
