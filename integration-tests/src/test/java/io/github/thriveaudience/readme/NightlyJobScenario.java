package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.thriveaudience.readme.ReadmeTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the nightly job of the README does about each response. */
final class NightlyJobScenario {
  private static final Map<Integer, String> OUTCOMES =
      Map.of(
          400, "ALERT",
          401, "FIX_CONFIGURATION",
          403, "FIX_CONFIGURATION",
          404, "FIX_CONFIGURATION",
          409, "ALERT",
          422, "ALERT",
          429, "RETRY_LATER",
          500, "RETRY_LATER");

  private static final ResponseDefinitionBuilder INCOMPLETE =
      okJson(
          """
          {"results":[{"userId":"new"}],"pagination":\
          {"totalResults":2,"totalPages":1,"page":1,"perPage":100}}""");

  private NightlyJobScenario() {}

  static void check(Class<?> job, SnippetServer server) throws Exception {
    Map<String, Set<String>> subscribers = twoAudiences();
    for (int status : OUTCOMES.keySet()) {
      server.respond(error(status));
      assertThat(run(job, subscribers, server)).as("%d", status).isEqualTo(OUTCOMES.get(status));
      assertThat(subscribers).isEqualTo(twoAudiences());
    }

    server.respond(INCOMPLETE);
    assertThat(run(job, subscribers, server)).isEqualTo("RETRY_LATER");
    assertThat(subscribers.get("tech-team")).containsExactlyInAnyOrder("has left", "new");

    server.reset();
    assertThat(run(job, subscribers, server)).isEqualTo("DONE");
    assertThat(subscribers.get("tech-team")).hasSize(250).doesNotContain("has left", "new");
    assertThat(subscribers.get("one-member-team")).hasSize(1).doesNotContain("has left", "new");

    failuresOfOneAudience(job, server);
  }

  /** They leave the other audience, unless they concern all. */
  private static void failuresOfOneAudience(Class<?> job, SnippetServer server) throws Exception {
    for (int status : OUTCOMES.keySet()) {
      Map<String, Set<String>> subscribers = twoAudiences();
      server.reset();
      server.respond(get(urlPathMatching(".*/tech-team/members")).willReturn(error(status)));

      assertThat(run(job, subscribers, server)).as("%d", status).isEqualTo(OUTCOMES.get(status));

      assertThat(subscribers.get("tech-team")).containsExactly("has left");
      boolean concernsAll = status == 401 || status == 403;
      assertThat(subscribers.get("one-member-team").contains("has left"))
          .as("%d", status)
          .isEqualTo(concernsAll);
      assertThat(server.queries()).hasSize(concernsAll ? 1 : 2);
    }
  }

  /** The one that fails comes first. */
  private static Map<String, Set<String>> twoAudiences() {
    Map<String, Set<String>> subscribers = new LinkedHashMap<>();
    subscribers.put("tech-team", new HashSet<>(Set.of("has left")));
    subscribers.put("one-member-team", new HashSet<>(Set.of("has left")));
    return subscribers;
  }

  private static String run(
      Class<?> job, Map<String, Set<String>> subscribers, SnippetServer server) throws Exception {
    Constructor<?> constructor = job.getDeclaredConstructor(Map.class);
    Method run = job.getDeclaredMethod("run", AudienceMembersClient.class);
    constructor.setAccessible(true);
    run.setAccessible(true);
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try (AudienceMembersClient thrive = server.builder().build()) {
      return run.invoke(constructor.newInstance(subscribers), thrive).toString();
    } finally {
      System.setErr(err);
    }
  }
}
