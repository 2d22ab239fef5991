package io.github.thriveaudience.testing;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the scenarios of an audience together, in whichever order they are given. For one thread.
 */
final class PlanBuilder {
  static final int MAX_PAGE_SIZE = 1000;

  private static final int DEFAULT_MEMBERS = 250;

  private final List<Fault> faults = new ArrayList<>();
  private @Nullable List<AudienceMember> members;
  private List<String> leaving = List.of();
  private List<String> joining = List.of();
  private int pageSize = 100;
  private boolean drifting;
  private boolean incomplete;
  private int emptyPage;
  private Duration delay = Duration.ZERO;

  private PlanBuilder() {}

  /**
   * Checks the scenarios against each other.
   *
   * @throws IllegalArgumentException if they contradict; the message names them
   */
  static AudiencePlan plan(Scenario... given) {
    List<Scenario> scenarios =
        Stream.of(given).map(each -> Objects.requireNonNull(each, "scenarios")).toList();
    Contradictions.check(scenarios);
    PlanBuilder builder = new PlanBuilder();
    scenarios.forEach(scenario -> scenario.addTo(builder));
    return builder.build();
  }

  void members(List<AudienceMember> listed) {
    members = listed;
  }

  void pageSize(int size) {
    pageSize = size;
  }

  void drifting() {
    drifting = true;
  }

  void incomplete() {
    incomplete = true;
  }

  void emptyPage(int page) {
    emptyPage = page;
  }

  void leaving(List<String> ids) {
    leaving = ids;
  }

  void joining(List<String> ids) {
    joining = ids;
  }

  void delay(Duration time) {
    delay = time;
  }

  void add(Fault fault) {
    faults.add(fault);
  }

  private AudiencePlan build() {
    List<AudienceMember> first = members == null ? TestMembers.of(DEFAULT_MEMBERS) : members;
    List<AudienceMember> later = later(first);
    checkList(first);
    checkList(later);
    int pages = Math.max(1, AudiencePlan.pages(Math.max(first.size(), later.size()), pageSize));
    faults.forEach(fault -> checkPage(fault.toString(), fault.page(), pages));
    return new AudiencePlan(
        first, later, pageSize, drifting, incomplete, emptyPage, delay, inOrder());
  }

  private List<AudienceMember> later(List<AudienceMember> first) {
    Set<String> ids = new HashSet<>();
    first.forEach(member -> ids.add(member.userId()));
    for (String id : leaving) {
      Check.that(ids.contains(id), "leavesBetweenReadings(): %s is no member", id);
    }
    for (String id : joining) {
      Check.that(!ids.contains(id), "joins(): %s is a member already", id);
    }
    List<AudienceMember> later = new ArrayList<>(first);
    later.removeIf(member -> leaving.contains(member.userId()));
    joining.forEach(id -> later.add(GeneratedMembers.member(id, id)));
    return List.copyOf(later);
  }

  private void checkList(List<AudienceMember> list) {
    int size = list.size();
    if (drifting) {
      Check.that(
          size >= pageSize + 2,
          "drifting() needs two pages: members(" + (pageSize + 2) + ") or pagesOf(%s) at most",
          Math.max(1, size - 2));
    }
    if (incomplete) {
      Check.that(size >= 2, "incomplete() needs two members, but there are %s", size);
    }
    checkPage("emptyPage(" + emptyPage + ")", emptyPage, AudiencePlan.pages(size, pageSize));
  }

  private void checkPage(String scenario, int page, int pages) {
    Check.that(
        page <= pages,
        scenario + " is beyond the list, which has %s, with at most " + pageSize + " members each",
        pages == 1 ? "1 page" : pages + " pages");
  }

  /** The lasting fault last: the others would never occur after it. */
  private List<Fault> inOrder() {
    return faults.stream().sorted(Comparator.comparing(Fault::isLasting)).toList();
  }
}
