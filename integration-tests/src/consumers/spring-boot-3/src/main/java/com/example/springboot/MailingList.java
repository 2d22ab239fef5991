package com.example.springboot;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Finds the addresses of an audience. */
@Service
class MailingList {
  private final AudienceMembersClient thrive;

  MailingList(AudienceMembersClient thrive) {
    this.thrive = thrive;
  }

  List<String> of(String audience) {
    return thrive.members(audience).stream()
        .map(AudienceMember::email)
        .filter(Objects::nonNull)
        .toList();
  }
}
