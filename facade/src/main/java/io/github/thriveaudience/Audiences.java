package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.listing.ListingDeadline;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Several audiences, and how they are read. Immutable and thread-safe.
 *
 * @param client describes the members of one audience
 * @param names the audiences, each once, in the order of the readings
 * @param threads run the readings
 * @param time measures the progress and the deadline
 */
record Audiences(
    Function<String, Members> client,
    List<String> names,
    Executor threads,
    Time time,
    OfEachOptions options) {

  /**
   * Audiences with the default options.
   *
   * @throws IllegalArgumentException if there is no audience, or one that cannot be requested
   */
  static Audiences of(
      Function<String, Members> client, Collection<String> names, Executor threads, Time time) {
    return new Audiences(client, checked(names), threads, time, OfEachOptions.DEFAULT);
  }

  private static List<String> checked(Collection<String> audiences) {
    Set<String> distinct = new LinkedHashSet<>();
    int position = 0;
    for (String audience : Objects.requireNonNull(audiences, "audiences")) {
      distinct.add(PathSegments.check("audiences[" + position + "]", audience));
      position++;
    }
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("audiences must not be empty");
    }
    return List.copyOf(distinct);
  }

  Audiences with(OfEachOptions changed) {
    return new Audiences(client, names, threads, time, changed);
  }

  /** The deadline of a reading that has not begun. */
  ListingDeadline newDeadline() {
    return new ListingDeadline(options.deadline(), time, subject());
  }

  /** Names the audiences in messages. */
  String subject() {
    return names.size() == 1 ? "1 audience" : names.size() + " audiences";
  }
}
