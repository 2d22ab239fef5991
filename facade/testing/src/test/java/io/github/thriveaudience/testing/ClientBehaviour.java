package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * What users can rely on, whichever client they have: the fake one, or the one that calls the API.
 */
abstract class ClientBehaviour {
  private final Clients clients;
  private final AudienceMembersClient client;

  ClientBehaviour(Clients clients) {
    this.clients = clients;
    this.client = clients.open();
  }

  @AfterEach
  void close() {
    client.close();
  }

  final AudienceMembersClient client() {
    return client;
  }

  final Members techTeam() {
    return client.members("tech-team");
  }

  final String environment() {
    return clients.environment();
  }

  final String environmentOfStates() {
    return clients.environmentOfStates();
  }

  /** The name of an audience in messages. */
  final String subject(String audience) {
    return "audience \"" + audience + "\" of " + environment();
  }

  static List<String> ids(List<AudienceMember> members) {
    return members.stream().map(AudienceMember::userId).toList();
  }
}
