package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;

/** Clients of one kind, which have the audiences of the stubs in pages of 100. */
interface Clients {
  int PAGE_SIZE = 100;

  /** A client that has read nothing. */
  AudienceMembersClient open();

  /** The name of the environment in messages. */
  String environment();

  /** The name of the environment in states. */
  String environmentOfStates();
}
