package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.thriveaudience.readme.Cause.thrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists that change, are incomplete or have no end. */
final class ListingCauses {
  private ListingCauses() {}

  static void addTo(Map<String, Cause> causes) {
    causes.put(
        "None of 2 readings of",
        server -> {
          shrinks(server);
          ReadPolicy policy = ReadPolicy.untilConsistent(2).withWait(Duration.ZERO);
          return failing(server, members -> members.readAll(policy));
        });
    causes.put(
        "DRIFTED",
        server -> {
          shrinks(server);
          return reading(server, ListingCauses::report);
        });
    causes.put(
        "unconfirmed()",
        server -> {
          shrinks(server);
          ChangePolicy policy = ChangePolicy.defaults().withWait(Duration.ZERO);
          KnownMembers known = KnownMembers.ofIds(List.of("who-left"));
          return reading(
              server,
              members ->
                  members.changesSince(known, policy).unconfirmed().isEmpty()
                      ? "nobody"
                      : "unconfirmed()");
        });
    causes.put(
        "Too many members left",
        server -> {
          List<String> known = IntStream.range(0, 11).mapToObj(i -> "left-" + i).toList();
          return failing(server, members -> members.changesSince(KnownMembers.ofIds(known)));
        });
    causes.put(
        "INCOMPLETE",
        server -> {
          page(server, 1, 2, 103, IntStream.range(1, 101));
          page(server, 2, 2, 103, IntStream.range(102, 103));
          return reading(server, ListingCauses::report);
        });
    causes.put(
        "has no end",
        server -> {
          for (int page = 1; page <= 14; page++) {
            int first = page * 100;
            page(server, page, page + 1, first + 100, IntStream.range(first, first + 100));
          }
          return failing(server, Members::readAll);
        });
    causes.put(
        "did not end within its deadline of",
        server -> {
          server.respond(okJson("{}").withFixedDelay(10_000));
          return failing(server, members -> members.deadline(Duration.ofMillis(50)).readAll());
        });
    causes.put("reference()", ListingCauses::nulls);
  }

  private static String reading(SnippetServer server, Function<Members, String> way) {
    try (AudienceMembersClient client = server.builder().build()) {
      return way.apply(client.members("tech-team"));
    }
  }

  private static String failing(SnippetServer server, Consumer<Members> way) {
    return reading(server, members -> thrownBy(() -> way.accept(members)));
  }

  private static String report(Members members) {
    MembersSnapshot all = members.readAll();
    return all.report().verdict() + " " + all.report().evidence();
  }

  private static String nulls(SnippetServer server) {
    try (AudienceMembersClient client = server.builder().build()) {
      AudienceMember member = client.members("one-member-team").iterator().next();
      return (member.email() == null ? "email() " : "")
          + (member.reference() == null ? "reference()" : "");
    }
  }

  /** A member leaves between two pages. */
  private static void shrinks(SnippetServer server) {
    page(server, 1, 2, 102, IntStream.range(1, 101));
    page(server, 2, 2, 101, IntStream.range(101, 102));
  }

  private static void page(
      SnippetServer server, int page, int totalPages, int totalResults, IntStream members) {
    String results =
        members.mapToObj("{\"userId\":\"id-%d\"}"::formatted).collect(Collectors.joining(","));
    server.respond(
        any(anyUrl())
            .withQueryParam("page", equalTo(String.valueOf(page)))
            .willReturn(
                okJson(
                    """
                    {"results":[%s],"pagination":\
                    {"totalResults":%d,"totalPages":%d,"page":%d,"perPage":100}}"""
                        .formatted(results, totalResults, totalPages, page))));
  }
}
