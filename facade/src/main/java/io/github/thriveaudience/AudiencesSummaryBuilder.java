package io.github.thriveaudience;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Builds a summary, for tests of code that works with one. For one thread. */
public final class AudiencesSummaryBuilder {
  private final Set<String> all = new HashSet<>();
  private final Map<String, TraversalReport> read = new LinkedHashMap<>();
  private final Set<String> notFound = new LinkedHashSet<>();
  private final Map<String, AudiencesSummary.Failure> failed = new LinkedHashMap<>();
  private final Set<String> unfinished = new LinkedHashSet<>();
  private final Set<String> notBegun = new LinkedHashSet<>();

  AudiencesSummaryBuilder() {}

  /**
   * Adds an audience that was read.
   *
   * @param audience its id or reference
   * @param report the report of its reading
   * @return this
   * @throws IllegalArgumentException if the audience was added before
   */
  public AudiencesSummaryBuilder read(String audience, TraversalReport report) {
    read.put(added(audience), report);
    return this;
  }

  /**
   * Adds an audience that does not exist.
   *
   * @param audience its id or reference
   * @return this
   * @throws IllegalArgumentException if the audience was added before
   */
  public AudiencesSummaryBuilder notFound(String audience) {
    notFound.add(added(audience));
    return this;
  }

  /**
   * Adds an audience that could not be read.
   *
   * @param audience its id or reference
   * @param failure why; its class and message are kept
   * @return this
   * @throws IllegalArgumentException if the audience was added before
   */
  public AudiencesSummaryBuilder failed(String audience, ThriveException failure) {
    failed.put(added(audience), new AudiencesSummary.Failure(failure));
    return this;
  }

  /**
   * Adds an audience that had begun when the whole ended.
   *
   * @param audience its id or reference
   * @return this
   * @throws IllegalArgumentException if the audience was added before
   */
  public AudiencesSummaryBuilder unfinished(String audience) {
    unfinished.add(added(audience));
    return this;
  }

  /**
   * Adds an audience that had not begun when the whole ended.
   *
   * @param audience its id or reference
   * @return this
   * @throws IllegalArgumentException if the audience was added before
   */
  public AudiencesSummaryBuilder notBegun(String audience) {
    notBegun.add(added(audience));
    return this;
  }

  private String added(String audience) {
    if (!all.add(audience)) {
      throw new IllegalArgumentException("\"" + audience + "\" was added before");
    }
    return audience;
  }

  /** The number of audiences so far. */
  int size() {
    return all.size();
  }

  /**
   * Builds the summary.
   *
   * @return a summary with a copy of these audiences
   */
  public AudiencesSummary build() {
    return new AudiencesSummary(
        new AudiencesSummary.Groups(read, notFound, failed, unfinished, notBegun));
  }
}
