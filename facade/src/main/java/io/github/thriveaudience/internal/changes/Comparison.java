package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.state.MemberIds;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MemberUpdate;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipChangesBuilder;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares known members with those that readings list. Of the listed ones it keeps those alone who
 * are not as they were known: for the others it needs no memory. For one thread.
 */
final class Comparison {
  private final KnownMembers known;
  private final String subject;

  /** Who was in none of the readings that have ended, in the order of the known members. */
  private Set<String> absent;

  /** How many known members the reading has listed so far. */
  private int found;

  private final Map<String, AudienceMember> joined = new LinkedHashMap<>();
  private final Map<String, AudienceMember> updated = new LinkedHashMap<>();

  /**
   * A comparison before the first reading.
   *
   * @param subject names the audience in messages
   */
  Comparison(KnownMembers known, String subject) {
    this.known = known;
    this.subject = subject;
    this.absent = known.ids();
  }

  /** A reading listed a member, for the first time in this reading. */
  void listed(AudienceMember member) {
    String id = member.userId();
    AudienceMember before = known.member(id);
    if (before == null) {
      requireValid(id);
      joined.put(id, member);
      return;
    }
    found++;
    if (known.isIdsOnly() || isSame(before, member)) {
      updated.remove(id);
    } else {
      updated.put(id, member);
    }
  }

  /** Otherwise the member could not be known the next time. */
  private void requireValid(String id) {
    String broken = MemberIds.brokenRule(id);
    if (broken != null) {
      throw new MalformedResponseException(
          Texts.format("A userId in the response for %s cannot be right: it %s.", subject, broken));
    }
  }

  private static boolean isSame(AudienceMember before, AudienceMember now) {
    return Objects.equals(before.reference(), now.reference())
        && Objects.equals(before.email(), now.email());
  }

  /**
   * A reading has ended.
   *
   * @param wasListed whether the reading listed the member with an id
   */
  void readingEnded(Predicate<String> wasListed) {
    absent = found == known.size() ? Set.of() : without(absent, wasListed);
    found = 0;
  }

  private static Set<String> without(Set<String> ids, Predicate<String> excluded) {
    return ids.stream()
        .filter(excluded.negate())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean isAnybodyAbsent() {
    return !absent.isEmpty();
  }

  /**
   * What the readings so far show.
   *
   * @param proven whether the absent members have left
   */
  MembershipChangesBuilder changes(boolean proven) {
    List<AudienceMember> missing = absent.stream().map(this::known).toList();
    return MembershipChanges.builder()
        .joined(List.copyOf(joined.values()))
        .left(proven ? missing : List.of())
        .updated(updates())
        .unchanged(known.size() - absent.size() - updated.size())
        .unconfirmed(proven ? List.of() : missing);
  }

  private List<MemberUpdate> updates() {
    return updated.values().stream()
        .map(after -> MemberUpdate.of(known(after.userId()), after))
        .toList();
  }

  private AudienceMember known(String id) {
    return Objects.requireNonNull(known.member(id));
  }

  /**
   * Who is in the audience, or may be.
   *
   * @param proven whether the absent members have left
   */
  List<AudienceMember> present(boolean proven) {
    List<AudienceMember> present = new ArrayList<>(known.size() + joined.size());
    for (String id : known.ids()) {
      if (!proven || !absent.contains(id)) {
        present.add(updated.getOrDefault(id, known(id)));
      }
    }
    present.addAll(joined.values());
    return present;
  }
}
