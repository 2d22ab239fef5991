package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Compares the values of two enums. A named enum is a record with a constant for each value, and an
 * open set: the client reads every other value, too. An enum without a name is a plain string.
 */
final class EnumDiff {
  private final JsonNode was;
  private final JsonNode is;
  private final boolean named;
  private final Direction direction;
  private final ChangeCollector changes;

  EnumDiff(Schema old, Schema current, Direction direction, ChangeCollector changes) {
    this.was = Constraints.of(old).path("enum");
    this.is = Constraints.of(current).path("enum");
    this.named = old.name() != null && current.name() != null;
    this.direction = direction;
    this.changes = changes;
  }

  void compare() {
    if (!was.equals(is)) {
      changes.fromTo(severity(), "enum", was, is, consequence());
    }
  }

  private Severity severity() {
    if (values(was).equals(values(is)) && was.isMissingNode() == is.isMissingNode()) {
      return Severity.WORDING;
    }
    if (direction == Direction.RESPONSE) {
      return ofResponse();
    }
    return grows() ? direction.loosened() : shrinks() ? direction.tightened() : Severity.BREAKING;
  }

  /** Readers know that other values can come; but they may name the constants. */
  private Severity ofResponse() {
    boolean record = !was.isMissingNode() && !is.isMissingNode();
    if (named) {
      return record && grows() ? Severity.ADDITIVE : Severity.BREAKING;
    }
    return record || shrinks() ? Severity.ADDITIVE : direction.loosened();
  }

  private String consequence() {
    if (direction == Direction.REQUEST) {
      return direction.consequence(grows() ? 1 : -1);
    }
    if (named && (was.isMissingNode() || is.isMissingNode())) {
      return Consequence.TYPE;
    }
    return grows() ? Consequence.ENUM_GROWS : named ? Consequence.ENUM_SHRINKS : "";
  }

  private boolean grows() {
    return is.isMissingNode() || (!was.isMissingNode() && values(is).containsAll(values(was)));
  }

  private boolean shrinks() {
    return was.isMissingNode() || (!is.isMissingNode() && values(was).containsAll(values(is)));
  }

  private static Set<JsonNode> values(JsonNode values) {
    return new HashSet<>(Values.distinct(values));
  }
}
