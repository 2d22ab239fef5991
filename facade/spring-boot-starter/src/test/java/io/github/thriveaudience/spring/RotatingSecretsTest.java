package io.github.thriveaudience.spring;

import static io.github.thriveaudience.testing.ThriveStubs.CLIENT_ID;
import static io.github.thriveaudience.testing.ThriveStubs.CLIENT_SECRET;
import static io.github.thriveaudience.testing.ThriveStubs.TENANT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** Secrets that change while an application runs. */
class RotatingSecretsTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @TempDir private Path folder;

  @Test
  void readsTheFilesWhenTheyAreNeeded() throws IOException {
    Path secret = file("api-secret", "of-yesterday");
    StarterContext.with("base-uri=" + STUBS.url())
        .withPropertyValues(
            "thrive.audience.tenant-id-file=" + file("tenant-id", TENANT_ID),
            "thrive.audience.api-secret-file=" + secret)
        .run(
            context -> {
              file("api-secret", ThriveStubs.API_SECRET + "\n");

              assertThat(members(context)).isEqualTo(250);
            });
  }

  @Test
  void clientAndTokensReadTheFilesOfOAuth() throws IOException {
    StarterContext.with(
            "base-uri=" + STUBS.url(),
            "token-uri=" + STUBS.tokenUrl(),
            "scopes=all",
            "tenant-id-file=" + file("tenant-id", TENANT_ID),
            "client-id-file=" + file("client-id", CLIENT_ID),
            "client-secret-file=" + file("client-secret", CLIENT_SECRET))
        .run(
            context -> {
              assertThat(context.getBean(AccessTokens.class).current().scopes())
                  .contains("api/all");
              assertThat(members(context)).isEqualTo(250);
            });
  }

  @Test
  void asksTheBeanThatSuppliesCredentials() {
    StarterContext.with("base-uri=" + STUBS.url(), "credentials-supplier=vault")
        .withBean("vault", Supplier.class, () -> (Supplier<Credentials>) ThriveStubs::credentials)
        .run(context -> assertThat(members(context)).isEqualTo(250));
  }

  @Test
  void saysWhatTheBeanShouldReturn() {
    StarterContext.with("base-uri=" + STUBS.url(), "credentials-supplier=vault")
        .withBean("vault", Supplier.class, () -> (Supplier<String>) () -> "the-secret")
        .run(
            context ->
                assertThatThrownBy(() -> members(context))
                    .isInstanceOf(SupplierFailedException.class)
                    .message()
                    .doesNotContain("the-secret"));
  }

  private Path file(String name, String value) throws IOException {
    return Files.writeString(folder.resolve(name), value);
  }

  private static long members(AssertableApplicationContext context) {
    return context.getBean(AudienceMembersClient.class).members("tech-team").stream().count();
  }
}
