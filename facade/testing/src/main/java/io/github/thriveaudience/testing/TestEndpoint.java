package io.github.thriveaudience.testing;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.internal.call.Endpoint;
import java.net.URI;

/** The endpoints that messages and events name where a test names none. */
final class TestEndpoint {
  static final Endpoint FAKE = new Endpoint("FAKE", URI.create("https://fake.example.com/rest/v1"));
  static final String AUDIENCE = "tech-team";

  private TestEndpoint() {}

  static Endpoint of(ThriveEnvironment environment) {
    return new Endpoint(environment.name(), environment.apiBaseUri());
  }
}
