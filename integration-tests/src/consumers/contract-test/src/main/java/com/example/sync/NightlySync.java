package com.example.sync;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Synchronizes a mailing list with an audience. */
final class NightlySync {
  private final AudienceMembersClient thrive;
  private final Map<String, AudienceMember> subscribers = new TreeMap<>();

  NightlySync(AudienceMembersClient thrive) {
    this.thrive = thrive;
  }

  /** The addresses of the subscribers who have one. */
  Set<String> mailingList() {
    return subscribers.values().stream()
        .map(AudienceMember::email)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Leaves the list unchanged if there is no such audience. */
  void run(String audience) {
    try {
      apply(thrive.members(audience).changesSince(KnownMembers.of(subscribers.values())));
    } catch (NotFoundException e) {
      System.err.println(e.getMessage());
    }
  }

  private void apply(MembershipChanges changes) {
    changes.joined().forEach(member -> subscribers.put(member.userId(), member));
    changes.updated().forEach(update -> subscribers.put(update.after().userId(), update.after()));
    changes.left().forEach(member -> subscribers.remove(member.userId()));
  }
}
