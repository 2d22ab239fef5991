/**
 * The client. Start at {@link io.github.thriveaudience.AudienceMembersClient}.
 *
 * <p>Of the wiring, and of the interfaces that are generated, nothing is exported to users.
 */
// Micrometer has a name, but no descriptor of its own. The test kit is built after this module, and
// of the JSON libraries, users have one or none.
@SuppressWarnings({"requires-automatic", "module"})
module io.github.thriveaudience {
  requires transitive io.github.thriveaudience.generated;
  requires transitive java.net.http;
  requires com.fasterxml.jackson.databind;
  requires feign.core;
  requires org.slf4j;
  // Micrometer's, for those who have it, who require it themselves; little refers to it.
  requires static context.propagation;
  requires static micrometer.commons;
  requires static micrometer.core;
  requires static micrometer.observation;
  // Annotations of which nothing is needed at run time; users' own null checkers read them.
  requires static transitive org.jspecify;

  exports io.github.thriveaudience;
  exports io.github.thriveaudience.auth;
  exports io.github.thriveaudience.error;
  exports io.github.thriveaudience.event;
  exports io.github.thriveaudience.micrometer;
  exports io.github.thriveaudience.listing;

  // Its values can be kept in caches.
  opens io.github.thriveaudience.listing to
      com.fasterxml.jackson.databind,
      com.google.gson,
      tools.jackson.databind;

  // The fake client of the test kit runs the listings of this module over pages in memory, and its
  // exceptions have the messages of the client.
  exports io.github.thriveaudience.internal.api to
      io.github.thriveaudience.testing;
  exports io.github.thriveaudience.internal.call to
      io.github.thriveaudience.testing;
  exports io.github.thriveaudience.internal.config to
      io.github.thriveaudience.testing;
  exports io.github.thriveaudience.internal.failure to
      io.github.thriveaudience.testing;
  exports io.github.thriveaudience.internal.http to
      io.github.thriveaudience.testing;
  exports io.github.thriveaudience.internal.listing to
      io.github.thriveaudience.testing;
  exports io.github.thriveaudience.internal.token to
      io.github.thriveaudience.testing;
}
