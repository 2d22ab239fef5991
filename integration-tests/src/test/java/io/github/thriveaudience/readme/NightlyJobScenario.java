package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.thriveaudience.readme.ReadmeTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the nightly job of the README does about responses. */
final class NightlyJobScenario {
  private static final Map<String, List<Integer>> STATUSES =
      Map.of(
          "RETRY_LATER", List.of(429, 500),
          "FIX_CONFIGURATION", List.of(401, 403, 404),
          "ALERT", List.of(400, 409, 422));

  private NightlyJobScenario() {}

  static void check(Class<?> job, SnippetServer server) throws Exception {
    Set<String> subscribers = new HashSet<>(Set.of("has left"));
    for (Map.Entry<String, List<Integer>> outcome : STATUSES.entrySet()) {
      for (int status : outcome.getValue()) {
        server.respond(error(status));
        assertThat(run(job, subscribers, server)).as("%d", status).isEqualTo(outcome.getKey());
      }
    }
    assertThat(subscribers).containsExactly("has left");

    server.respond(
        okJson(
            """
            {"results":[{"userId":"new"}],"pagination":\
            {"totalResults":2,"totalPages":1,"page":1,"perPage":100}}"""));
    assertThat(run(job, subscribers, server)).as("INCOMPLETE").isEqualTo("RETRY_LATER");
    assertThat(subscribers).containsExactlyInAnyOrder("has left", "new");

    server.reset();
    assertThat(run(job, subscribers, server)).isEqualTo("DONE");
    assertThat(subscribers).hasSize(250).doesNotContain("has left", "new");
  }

  private static String run(Class<?> job, Set<String> subscribers, SnippetServer server)
      throws Exception {
    Method run = job.getDeclaredMethod("run", AudienceMembersClient.class, Set.class);
    run.setAccessible(true);
    try (AudienceMembersClient thrive = server.builder().build()) {
      return run.invoke(null, thrive, subscribers).toString();
    }
  }
}
