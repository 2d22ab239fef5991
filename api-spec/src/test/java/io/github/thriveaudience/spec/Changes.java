package io.github.thriveaudience.spec;

import java.util.List;
import java.util.Objects;
import org.openapitools.openapidiff.core.model.Changed;

/** Collects the changes of one part of a contract; parts of that part add to the same list. */
final class Changes {
  private final List<Change> found;
  private final String where;

  private Changes(List<Change> found, String where) {
    this.found = found;
    this.where = where;
  }

  static Changes into(List<Change> found) {
    return new Changes(found, "");
  }

  /** The same list, for a part of this part. */
  Changes at(String part) {
    return new Changes(found, where.isEmpty() ? part : where + ": " + part);
  }

  /** For a field of this part, whose name is put together with those of the fields around it. */
  Changes field(String name) {
    return new Changes(found, where + name);
  }

  void add(Weight weight, String what) {
    found.add(new Change(weight, where, what));
  }

  void breaking(String what) {
    add(Weight.BREAKING, what);
  }

  /** Adds what changed if it did, with the weight that the comparison gave it. */
  void addIf(Changed changed, String what) {
    if (changed != null && changed.isDifferent()) {
      add(weight(changed), what);
    }
  }

  /** The same for a value, of which the old and the new one are shown. */
  void addIf(Changed changed, String what, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      addIf(changed, fromTo(what, before, now));
    }
  }

  void breakingIf(boolean broken, String what, Object before, Object now) {
    if (broken) {
      breaking(fromTo(what, before, now));
    }
  }

  /**
   * Runs a walk through a changed part, and makes sure that it found what the comparison did: a
   * change that the walk has no words for is named by its part alone rather than lost.
   */
  void complete(Changed part, Runnable walk) {
    int before = found.size();
    walk.run();
    Weight named = Change.heaviest(found.subList(before, found.size()));
    Weight whole = part == null || part.isUnchanged() ? Weight.NONE : weight(part);
    if (whole.compareTo(named) > 0) {
      add(whole, whole == Weight.WORDING ? "an example changed" : "changed; compare the two files");
    }
  }

  private static String fromTo(String what, Object before, Object now) {
    return what + " was " + orNone(before) + ", is " + orNone(now);
  }

  private static String orNone(Object value) {
    return value == null ? "not set" : value.toString();
  }

  private static Weight weight(Changed changed) {
    return changed.isIncompatible()
        ? Weight.BREAKING
        : changed.isChanged().isMetaChanged() ? Weight.WORDING : Weight.ADDITIVE;
  }
}
