package io.github.thriveaudience.internal;

import java.net.URI;

/** Calls that messages can speak of. */
final class Calls {
  /** One for the members of an audience. */
  static final Call OF_MEMBERS =
      Call.ofMembers(new Destination("TEST", URI.create("https://api.example.com")), "tech-team");

  /** One for a token. */
  static final Call OF_TOKEN =
      Call.ofToken(new Destination("TEST", URI.create("https://api.example.com")));

  private Calls() {}
}
