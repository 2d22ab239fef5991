package com.example.sync;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.model.AudienceMember;
import java.util.Set;
import java.util.TreeSet;

/** Synchronizes a mailing list with an audience. */
final class NightlySync {
  private final AudienceMembersClient thrive;
  private final Set<String> mailingList = new TreeSet<>();

  NightlySync(AudienceMembersClient thrive) {
    this.thrive = thrive;
  }

  Set<String> mailingList() {
    return mailingList;
  }

  /** Leaves the list unchanged if there is no such audience. */
  void run(String audience) {
    try {
      Set<String> emails = new TreeSet<>();
      for (AudienceMember member : thrive.members(audience)) {
        if (member.email() != null) {
          emails.add(member.email());
        }
      }
      mailingList.clear();
      mailingList.addAll(emails);
    } catch (NotFoundException e) {
      System.err.println(e.getMessage());
    }
  }
}
