package com.example.micronaut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.testing.ThriveStubs;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThriveFactoryTest {
  @Test
  void closesTheClientWithTheApplication() {
    AudienceMembersClient client;
    try (ThriveStubs stubs = ThriveStubs.start();
        ApplicationContext application = application(stubs.url().toString(), "quickstart-secret")) {
      client = application.getBean(AudienceMembersClient.class);
      assertEquals(250, client.members("tech-team").stream().count());
    }

    var closed =
        assertThrows(IllegalStateException.class, () -> client.members("tech-team").page(1));
    assertEquals("this client is closed", closed.getMessage());
  }

  @Test
  void doesNotStartWithASettingThatIsWrong() {
    var failure =
        assertThrows(
            BeanInstantiationException.class,
            () -> application("http://127.0.0.1:1/rest/v1", "secret\n").close());

    assertTrue(failure.getMessage().contains("must not contain control characters"));
  }

  private static ApplicationContext application(String baseUri, String apiSecret) {
    return ApplicationContext.run(
        Map.of(
            "thrive.base-uri", baseUri,
            "thrive.tenant-id", ThriveStubs.TENANT_ID,
            "thrive.api-secret", apiSecret));
  }
}
