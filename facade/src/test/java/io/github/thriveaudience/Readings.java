package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.List;
import java.util.Objects;

/** Readings in tests, whose requests run on the calling thread. */
final class Readings {
  private Readings() {}

  static Members members(PageSource source) {
    return members(source, Time.SYSTEM);
  }

  static Members members(PageSource source, Time time) {
    return new DefaultMembers(source, Runnable::run, time);
  }

  /** The report that an exception carries. */
  static TraversalReport reportOf(Throwable failure) {
    return Objects.requireNonNull(((ThriveException) failure).report());
  }

  /**
   * Reads until as many members are in the list as its maximum size allows. Then the consumer
   * fails.
   *
   * @param delivered gets the ids of the members
   * @return the report of the failed reading
   */
  static TraversalReport readUntilFull(Members members, int size, List<String> delivered) {
    FailedReadings failed = new FailedReadings();
    assertThatThrownBy(
            () ->
                members
                    .onProgress(failed)
                    .read(
                        member -> {
                          if (delivered.size() == size) {
                            throw new IllegalStateException("the database is full");
                          }
                          delivered.add(member.userId());
                        }))
        .hasMessage("the database is full");
    return failed.only();
  }
}
