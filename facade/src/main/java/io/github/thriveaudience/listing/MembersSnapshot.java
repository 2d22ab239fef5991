package io.github.thriveaudience.listing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.thriveaudience.model.AudienceMember;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of an audience, as one traversal read them, and a report on whether they are all.
 * Immutable, thread-safe and equal by value. It can be kept in a cache: Jackson 2 and 3, Gson and
 * Java serialization write it and read it back.
 */
public final class MembersSnapshot implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** All that it shows. */
  @JsonValue private final Content content;

  /** For Gson, which then sets the field. */
  private MembersSnapshot() {
    this(new Content(List.of(), TraversalReport.builder().verdict(Verdict.INCOMPLETE).build()));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private MembersSnapshot(Content content) {
    this.content = content;
  }

  /**
   * Creates a snapshot, for tests of code that works with one. Later versions may add components:
   * this method then gives them defaults.
   *
   * @param members the members, each once, which are copied
   * @param report the report of the traversal that read them; see {@link TraversalReport#builder}
   * @return the snapshot
   */
  public static MembersSnapshot of(List<AudienceMember> members, TraversalReport report) {
    return new MembersSnapshot(new Content(members, report));
  }

  /**
   * The members.
   *
   * @return an immutable list in the order of the pages, each {@code userId} once
   */
  public List<AudienceMember> members() {
    return content.members();
  }

  /**
   * What is known of whether these are all members.
   *
   * @return the report of the traversal that read them
   */
  public TraversalReport report() {
    return content.report();
  }

  /**
   * Whether nothing speaks against these being all members.
   *
   * @return true if the verdict is {@link Verdict#CONSISTENT}, which says what this is worth
   */
  public boolean isConsistent() {
    return report().verdict() == Verdict.CONSISTENT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MembersSnapshot that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "MembersSnapshot[members=" + members().size() + ", report=" + report() + "]";
  }

  /** A newer version may write more. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  private record Content(List<AudienceMember> members, TraversalReport report)
      implements Serializable {

    private Content {
      members = List.copyOf(members);
      Objects.requireNonNull(report, "report");
    }
  }
}
