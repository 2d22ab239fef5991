package io.github.thriveaudience.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The scenarios that an audience cannot have together. */
final class Contradictions {
  /** Each pair with what is wrong with it. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("drifting", "incomplete", "a reading has one verdict"),
          List.of("drifting", "emptyPage", "a reading has one verdict"),
          List.of("throttledOnce", "throttledFor", "say throttledFor alone"),
          List.of("slow", "stopsAnswering", "there is no response that could be slow"),
          List.of("tokenExpires", "secretRevoked", "a revoked secret ends the tokens, too"));

  /** Scenarios that show in the pages of a list. */
  private static final Set<String> OF_PAGES =
      Set.of("drifting", "incomplete", "emptyPage", "leavesBetweenReadings", "joins");

  private Contradictions() {}

  /**
   * Checks the scenarios against each other.
   *
   * @throws IllegalArgumentException if two contradict, or one is there twice
   */
  static void check(List<Scenario> scenarios) {
    checkDuplicates(scenarios);
    PAIRS.forEach(pair -> checkPair(scenarios, pair));
    List<Fault> lasting = lasting(scenarios);
    if (lasting.size() > 1) {
      throw contradiction(lasting.get(0), lasting.get(1), "both last");
    }
    lasting.stream()
        .filter(fault -> fault.page() <= 1)
        .forEach(fault -> checkVisible(scenarios, fault));
  }

  private static void checkDuplicates(List<Scenario> scenarios) {
    Set<String> seen = new HashSet<>();
    scenarios.stream()
        .filter(scenario -> !(scenario instanceof Fault)) // They follow each other.
        .forEach(scenario -> Check.that(seen.add(scenario.name()), "%s is given twice", scenario));
  }

  private static void checkPair(List<Scenario> scenarios, List<String> pair) {
    List<Scenario> both = new ArrayList<>();
    pair.subList(0, 2)
        .forEach(
            name ->
                scenarios.stream()
                    .filter(scenario -> scenario.name().equals(name))
                    .findFirst()
                    .ifPresent(both::add));
    if (both.size() == 2 && page(both.get(0)) == page(both.get(1))) {
      throw contradiction(both.get(0), both.get(1), pair.get(2));
    }
  }

  /** Faults at different pages do not meet. */
  private static int page(Scenario scenario) {
    return scenario instanceof Fault fault ? fault.page() : Fault.ANY_PAGE;
  }

  private static List<Fault> lasting(List<Scenario> scenarios) {
    return scenarios.stream()
        .filter(Fault.class::isInstance)
        .map(Fault.class::cast)
        .filter(Fault::isLasting)
        .toList();
  }

  private static void checkVisible(List<Scenario> scenarios, Fault lasting) {
    scenarios.stream()
        .filter(scenario -> OF_PAGES.contains(scenario.name()))
        .findFirst()
        .ifPresent(
            hidden -> {
              throw contradiction(hidden, lasting, "no page is delivered: say atPage(2) or later");
            });
  }

  private static IllegalArgumentException contradiction(Scenario one, Scenario other, String why) {
    return new IllegalArgumentException(one + " and " + other + " contradict each other: " + why);
  }
}
