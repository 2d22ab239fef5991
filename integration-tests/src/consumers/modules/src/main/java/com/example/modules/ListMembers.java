package com.example.modules;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;

/** Lists an audience, and prints the names of its modules. */
final class ListMembers {
  private static final String TENANT = "eu-west-2_Quickstart";

  private ListMembers() {}

  /** Takes the server's address, the audience, and basic or oauth2. */
  public static void main(String... args) {
    System.out.println(AudienceMembersClient.class.getModule());
    System.out.println(AudienceMember.class.getModule());
    try (AudienceMembersClient thrive = client(args[0], args[2])) {
      for (AudienceMember member : thrive.members(args[1])) {
        System.out.println(member.userId() + " " + member.additionalProperties().get("unheardOf"));
      }
    } catch (ThriveApiException e) {
      System.out.println(e.getClass().getSimpleName() + " " + e.status());
    }
  }

  private static AudienceMembersClient client(String server, String auth) {
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder().baseUri(URI.create(server + "/rest/v1"));
    return auth.equals("basic")
        ? builder.credentials(Credentials.basic(TENANT, "quickstart-secret")).build()
        : builder
            .tokenUri(URI.create(server + "/oauth2/token/" + TENANT))
            .credentials(
                Credentials.oauth2(TENANT, "quickstart-client", "quickstart-client-secret"))
            .build();
  }
}
