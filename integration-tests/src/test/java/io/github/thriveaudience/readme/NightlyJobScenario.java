package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.thriveaudience.readme.Responses.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.listing.ChangePolicy;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the nightly job of the README does about each response. */
final class NightlyJobScenario {
  private static final int RETRY_LATER = 75;
  private static final int CHECK_LEAVERS = 76;
  private static final int FIX_CONFIGURATION = 78;
  private static final int ALERT = 79;

  private static final Map<Integer, Integer> OUTCOMES =
      Map.of(
          400, ALERT,
          401, FIX_CONFIGURATION,
          403, FIX_CONFIGURATION,
          404, FIX_CONFIGURATION,
          409, ALERT,
          422, ALERT,
          429, RETRY_LATER,
          500, RETRY_LATER);

  private static final ResponseDefinitionBuilder INCOMPLETE =
      okJson(
          """
          {"results":[{"userId":"new"}],"pagination":\
          {"totalResults":2,"totalPages":1,"page":1,"perPage":100}}""");

  /** The program that the snippet is the heart of. */
  private static final Path PROGRAM =
      Documents.ROOT.resolve(
          "integration-tests/src/consumers/nightly-sync/src/main/java/com/example/nightlysync/"
              + "NightlySync.java");

  /** The rest of the class, with sets in place of a database. */
  private static final String REST =
      """
        final java.util.Map<String, java.util.Set<String>> subscribers;
        int exitCode;

        NightlySync(java.util.Map<String, java.util.Set<String>> subscribers) {
          this.subscribers = subscribers;
        }

        java.util.Map<String, KnownMembers> known() {
          java.util.Map<String, KnownMembers> known = new java.util.LinkedHashMap<>();
          subscribers.forEach((audience, ids) -> known.put(audience, KnownMembers.ofIds(ids)));
          return known;
        }

        void apply(String audience, MembershipChanges changes) throws SQLException {
          java.util.Set<String> ids = subscribers.get(audience);
          if (ids.contains("refused")) {
            throw new SQLException("refused");
          }
          changes.joined().forEach(member -> ids.add(member.userId()));
          changes.left().forEach(member -> ids.remove(member.userId()));
        }

        void print(String audience, MembershipChanges changes, String outcome) {}

        void note(int code, Object message) {
          exitCode = Math.max(exitCode, code);
        }
      }
      """;

  private NightlyJobScenario() {}

  static void check(Block block, SnippetServer server) throws Exception {
    isThatOfTheProgram(block);
    String heart = new SnippetSource(block).asFile(server).strip().replaceFirst("}$", "");
    check(SnippetCompiler.compile(heart + REST), server);
  }

  /** Each of its parts, which blank lines separate, is there word for word. */
  private static void isThatOfTheProgram(Block block) throws Exception {
    String body = block.text().strip().replaceFirst("(?s)^.*?\\{\n", "").replaceFirst("\n}$", "");
    assertThat(body.split("\n\n")).hasSizeGreaterThan(3);
    assertThat(Files.readString(PROGRAM)).as("nightly-sync").contains(body.split("\n\n"));
  }

  private static void check(Class<?> job, SnippetServer server) throws Exception {
    Map<String, Set<String>> subscribers = twoAudiences();
    for (int status : OUTCOMES.keySet()) {
      server.respond(error(status));
      assertThat(run(job, subscribers, server)).as("%d", status).isEqualTo(OUTCOMES.get(status));
      assertThat(subscribers).isEqualTo(twoAudiences());
    }

    server.respond(INCOMPLETE);
    assertThat(run(job, subscribers, server)).isEqualTo(RETRY_LATER);
    assertThat(subscribers.get("tech-team")).containsExactlyInAnyOrder("has left", "new");

    server.reset();
    assertThat(run(job, subscribers, server)).isZero();
    assertThat(subscribers.get("tech-team")).hasSize(250).doesNotContain("has left", "new");
    assertThat(subscribers.get("one-member-team")).hasSize(1).doesNotContain("has left", "new");

    failuresOfOneAudience(job, server);
    changesThatAreNotApplied(job, server);
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
      assertThat(server.queries()).as("three readings prove it").hasSize(concernsAll ? 1 : 4);
    }
  }

  private static void changesThatAreNotApplied(Class<?> job, SnippetServer server)
      throws Exception {
    Set<String> tooMany =
        IntStream.rangeClosed(1, 11).mapToObj(Integer::toString).collect(Collectors.toSet());
    server.reset();
    for (Map.Entry<Set<String>, Integer> each :
        Map.of(tooMany, CHECK_LEAVERS, Set.of("refused"), ALERT).entrySet()) {
      Map<String, Set<String>> subscribers = twoAudiences();
      subscribers.put("tech-team", new HashSet<>(each.getKey()));

      assertThat(run(job, subscribers, server)).isEqualTo(each.getValue());

      assertThat(subscribers.get("tech-team")).isEqualTo(each.getKey());
      assertThat(subscribers.get("one-member-team")).doesNotContain("has left");
    }
  }

  /** The one that fails comes first. */
  private static Map<String, Set<String>> twoAudiences() {
    Map<String, Set<String>> subscribers = new LinkedHashMap<>();
    subscribers.put("tech-team", new HashSet<>(Set.of("has left")));
    subscribers.put("one-member-team", new HashSet<>(Set.of("has left")));
    return subscribers;
  }

  private static int run(Class<?> job, Map<String, Set<String>> subscribers, SnippetServer server)
      throws Exception {
    Constructor<?> constructor = job.getDeclaredConstructor(Map.class);
    Method run = job.getDeclaredMethod("run", AudienceMembersClient.class, ChangePolicy.class);
    constructor.setAccessible(true);
    run.setAccessible(true);
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try (AudienceMembersClient thrive = server.builder().build()) {
      ChangePolicy policy = ChangePolicy.defaults().withWait(Duration.ZERO);
      return (int) run.invoke(constructor.newInstance(subscribers), thrive, policy);
    } finally {
      System.setErr(err);
    }
  }
}
