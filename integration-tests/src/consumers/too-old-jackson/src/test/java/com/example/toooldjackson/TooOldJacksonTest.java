package com.example.toooldjackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TooOldJacksonTest {

  @Test
  void theClientIsNotBuilt() {
    assertRefused(
        AudienceMembersClient.builder()
                .environment(ThriveEnvironment.STAGING)
                .credentials(Credentials.basic("eu-west-2_Tenant", "secret"))
            ::build);
  }

  @Test
  void accessTokensAreNotBuilt() {
    assertRefused(
        AccessTokens.builder(TokenService.PUBLIC_API)
                .environment(ThriveEnvironment.STAGING)
                .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", "secret"))
            ::build);
  }

  private static void assertRefused(Executable build) {
    Set<String> before = threads();
    String version = new ObjectMapper().version().toString();
    assertEquals(System.getProperty("jackson.version"), version);

    IllegalStateException e = assertThrows(IllegalStateException.class, build);

    assertEquals(
        "this client needs Jackson 2.18 or newer, but jackson-core "
            + version
            + " is on the class path: raise jackson-core and jackson-databind",
        e.getMessage());
    assertEquals(before, threads(), "nothing was opened");
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("thrive") || name.startsWith("HttpClient"))
        .collect(Collectors.toSet());
  }
}
