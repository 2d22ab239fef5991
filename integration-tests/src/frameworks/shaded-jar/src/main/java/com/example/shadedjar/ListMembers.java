package com.example.shadedjar;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.util.Map;

/** Lists an audience, with the settings of its environment. */
final class ListMembers {
  private ListMembers() {}

  /** Takes the audience. */
  public static void main(String... args) {
    Map<String, String> settings = System.getenv();
    String tenantId = settings.get("TENANT_ID");
    try (AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(URI.create(settings.get("BASE_URI")))
            .tokenUri(URI.create(settings.get("TOKEN_URI")))
            .credentials(
                Credentials.oauth2(
                    tenantId, settings.get("CLIENT_ID"), settings.get("CLIENT_SECRET")))
            .build()) {
      for (AudienceMember member : thrive.members(args[0])) {
        System.out.println(member.userId() + " " + member.additionalProperties());
      }
    } catch (NotFoundException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }
}
