package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.ListingDeadline;
import java.util.List;
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
    MembersOfEachOptions options) {

  Audiences with(MembersOfEachOptions changed) {
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
