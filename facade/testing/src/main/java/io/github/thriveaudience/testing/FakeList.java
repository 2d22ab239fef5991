package io.github.thriveaudience.testing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of an audience's members, and what it will be after the next reading. Thread-safe. */
final class FakeList {
  private final String audience;
  private final Map<String, AudienceMember> members = new LinkedHashMap<>();
  private final List<Later> later = new ArrayList<>();

  /**
   * A change that is due when a reading begins.
   *
   * @param readings how many readings must have begun before
   */
  private record Later(int readings, Runnable change) {}

  FakeList(String audience) {
    this.audience = audience;
  }

  synchronized void set(Collection<AudienceMember> all) {
    Map<String, AudienceMember> distinct = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    for (AudienceMember member : all) {
      if (distinct.putIfAbsent(member.userId(), member) != null) {
        throw new IllegalArgumentException(
            Texts.format(
                "members[%d] and members[%d] have the same userId",
                ids.indexOf(member.userId()), ids.size()));
      }
      ids.add(member.userId());
    }
    members.clear();
    members.putAll(distinct);
  }

  synchronized void add(List<AudienceMember> joining) {
    for (AudienceMember member : joining) {
      require(
          !members.containsKey(member.userId()),
          "%s is a member of audience \"%s\" already",
          member.userId());
    }
    joining.forEach(member -> members.put(member.userId(), member));
  }

  synchronized void remove(List<String> leaving) {
    leaving.forEach(this::requireMember);
    leaving.forEach(members::remove);
  }

  synchronized void replace(List<AudienceMember> updated) {
    for (AudienceMember member : updated) {
      requireMember(member.userId());
    }
    updated.forEach(member -> members.put(member.userId(), member));
  }

  synchronized void joinLater(List<AudienceMember> joining, int begun) {
    later.add(
        new Later(
            begun + 1,
            () -> joining.forEach(member -> members.putIfAbsent(member.userId(), member))));
  }

  synchronized void leaveLater(List<String> leaving, int begun) {
    later.add(new Later(begun + 1, () -> leaving.forEach(members::remove)));
  }

  /**
   * Makes the changes that are due.
   *
   * @param begun how many readings have begun before this one
   */
  synchronized void readingBegins(int begun) {
    for (Iterator<Later> each = later.iterator(); each.hasNext(); ) {
      Later next = each.next();
      if (next.readings() <= begun) {
        next.change().run();
        each.remove();
      }
    }
  }

  /** A page with figures that lead to the verdict. */
  synchronized AudienceMembers respond(int page, int perPage, Verdict verdict) {
    List<AudienceMember> all = List.copyOf(members.values());
    int announced = all.size() + (verdict == Verdict.INCOMPLETE ? 1 : 0);
    long totalPages = (announced + perPage - 1L) / perPage;
    boolean drifts = verdict == Verdict.DRIFTED && page >= totalPages;
    if (drifts && all.isEmpty()) {
      throw new IllegalStateException(
          Texts.format("audience \"%s\" cannot drift: it has no members", audience));
    }
    long from = Math.min(all.size(), (page - 1L) * perPage);
    long to = Math.min(all.size(), from + perPage);
    return response(
        all.subList((int) from, (int) to),
        page,
        perPage,
        drifts ? announced - 1L : announced,
        totalPages);
  }

  /** A response with these figures. */
  static AudienceMembers response(
      List<AudienceMember> results, int page, int perPage, long totalResults, long totalPages) {
    return AudienceMembers.builder()
        .results(results)
        .pagination(
            Pagination.builder()
                .page(BigDecimal.valueOf(page))
                .perPage(BigDecimal.valueOf(perPage))
                .totalResults(BigDecimal.valueOf(totalResults))
                .totalPages(BigDecimal.valueOf(totalPages))
                .build())
        .build();
  }

  private void requireMember(String userId) {
    require(members.containsKey(userId), "%s is no member of audience \"%s\"", userId);
  }

  private void require(boolean holds, String rule, String userId) {
    if (!holds) {
      throw new IllegalArgumentException(Texts.format(rule, userId, audience));
    }
  }
}
