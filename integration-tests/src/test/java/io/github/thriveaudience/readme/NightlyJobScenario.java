package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.thriveaudience.readme.ReadmeTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.HashSet;
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
    Set<String> subscribers = new HashSet<>(Set.of("has left"));
    for (int status : OUTCOMES.keySet()) {
      server.respond(error(status));
      assertThat(run(job, subscribers, server)).as("%d", status).isEqualTo(OUTCOMES.get(status));
      assertThat(subscribers).containsExactly("has left");
    }

    server.respond(INCOMPLETE);
    assertThat(run(job, subscribers, server)).isEqualTo("RETRY_LATER");
    assertThat(subscribers).containsExactlyInAnyOrder("has left", "new");

    server.reset();
    assertThat(run(job, subscribers, server)).isEqualTo("DONE");
    assertThat(subscribers).hasSize(250).doesNotContain("has left", "new");
  }

  private static String run(Class<?> job, Set<String> subscribers, SnippetServer server)
      throws Exception {
    Method run = job.getDeclaredMethod("run", AudienceMembersClient.class, Set.class);
    run.setAccessible(true);
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try (AudienceMembersClient thrive = server.builder().build()) {
      return run.invoke(null, thrive, subscribers).toString();
    } finally {
      System.setErr(err);
    }
  }
}
