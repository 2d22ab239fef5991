package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.thriveaudience.readme.Trouble.thrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What lists of members come to, by what the user sees of it. */
final class TroubleWithLists {
  static final Map<String, Trouble> BY_WORDS =
      Map.of(
          "None of 2 readings of",
          server -> {
            shrinks(server);
            try (AudienceMembersClient client = server.builder().build()) {
              return thrownBy(
                  () ->
                      client
                          .members("tech-team")
                          .readAll(ReadPolicy.untilConsistent(2).withWait(Duration.ZERO)));
            }
          },
          "DRIFTED",
          server -> {
            shrinks(server);
            return report(server);
          },
          "INCOMPLETE",
          server -> {
            page(server, 1, 1, 101);
            page(server, 2, 102, 103, 103);
            return report(server);
          },
          "has no end",
          server -> {
            IntStream.rangeClosed(1, 14).forEach(page -> endless(server, page));
            return read(server, Members::readAll);
          },
          "did not end within its deadline of",
          server -> {
            server.answer(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(10_000)));
            return read(server, members -> members.deadline(Duration.ofMillis(50)).readAll());
          },
          "reference()",
          TroubleWithLists::nulls);

  private TroubleWithLists() {}

  private static String nulls(SnippetServer server) {
    try (AudienceMembersClient client = server.builder().build()) {
      AudienceMember member = client.members("one-member-team").iterator().next();
      return (member.email() == null ? "email() " : "")
          + (member.reference() == null ? "reference()" : "");
    }
  }

  private static String read(SnippetServer server, Consumer<Members> way) {
    try (AudienceMembersClient client = server.builder().build()) {
      return thrownBy(() -> way.accept(client.members("tech-team")));
    }
  }

  private static void endless(SnippetServer server, int page) {
    answer(server, page, page * 100, page * 100 + 100, page * 100 + 100, page + 1);
  }

  private static String report(SnippetServer server) {
    try (AudienceMembersClient client = server.builder().build()) {
      MembersSnapshot all = client.members("tech-team").readAll();
      return all.report().verdict() + " " + all.report().evidence();
    }
  }

  /** Somebody leaves between two pages. */
  private static void shrinks(SnippetServer server) {
    page(server, 1, 1, 101, 102);
    page(server, 2, 101, 102, 101);
  }

  private static void page(SnippetServer server, int page, int first, int end) {
    page(server, page, first, end, 103);
  }

  /**
   * Adds a page.
   *
   * @param first the number of its first member
   * @param end the number after that of its last
   */
  private static void page(SnippetServer server, int page, int first, int end, int total) {
    answer(server, page, first, end, total, 2);
  }

  private static void answer(
      SnippetServer server, int page, int first, int end, int total, int totalPages) {
    String members =
        IntStream.range(first, end)
            .mapToObj("{\"userId\":\"id-%d\"}"::formatted)
            .collect(Collectors.joining(","));
    server.answer(
        any(anyUrl())
            .withQueryParam("page", equalTo(String.valueOf(page)))
            .willReturn(
                okJson(
                    """
                    {"results":[%s],"pagination":\
                    {"totalResults":%d,"totalPages":%d,"page":%d,"perPage":100}}"""
                        .formatted(members, total, totalPages, page))));
  }
}
