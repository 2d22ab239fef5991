package com.example.plain;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;

/** Lists an audience. */
final class ListMembers {
  private ListMembers() {}

  /** Takes the API's base URI and the audience. */
  public static void main(String... args) {
    try (var thrive =
        AudienceMembersClient.builder()
            .baseUri(URI.create(args[0]))
            .credentials(Credentials.basic("eu-west-2_Quickstart", "quickstart-secret"))
            .build()) {
      for (AudienceMember member : thrive.members(args[1])) {
        System.out.println(member.email());
      }
    } catch (NotFoundException e) {
      System.out.println("There is no audience " + args[1]);
    }
  }
}
