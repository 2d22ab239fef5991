package com.example.runtimeimage;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.util.Map;

/** Lists an audience, with the settings of its environment. */
final class ListMembers {
  private ListMembers() {}

  /** Takes the audience. */
  public static void main(String... args) {
    Map<String, String> settings = System.getenv();
    try (AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(URI.create(settings.get("BASE_URI")))
            .credentials(Credentials.basic(settings.get("TENANT_ID"), settings.get("API_SECRET")))
            .build()) {
      for (AudienceMember member : thrive.members(args[0])) {
        System.out.println(member.userId());
      }
    } catch (NotFoundException e) {
      System.out.println("not found");
    } catch (ThriveConnectionException e) {
      System.out.println(e.getMessage());
    }
  }
}
