package io.github.thriveaudience.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials in files: what belongs to a secret, and what cannot be one. */
class SecretFilesTest {
  @TempDir Path folder;
  private Path tenantId;
  private Path secret;
  private Supplier<Credentials> files;

  @BeforeEach
  void write() throws IOException {
    tenantId = Files.writeString(folder.resolve("tenant-id"), "eu-west-2_Tenant");
    secret = Files.writeString(folder.resolve("api-secret"), "hush-hush");
    files = Credentials.fromFiles(tenantId, secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void oneLineBreakAtTheEndIsRemoved(String end) throws IOException {
    Files.writeString(tenantId, "eu-west-2_Tenant" + end);
    Files.writeString(secret, "hush-hush" + end);

    assertThat(files.get()).isEqualTo(Credentials.basic("eu-west-2_Tenant", "hush-hush"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" hush-hush ", "pässwörd 北京 🔑", "\u00a0hush\u2028"})
  void nothingElseIsRemoved(String value) throws IOException {
    Files.writeString(secret, value + '\n');

    assertThat(files.get()).isEqualTo(Credentials.basic("eu-west-2_Tenant", value));
  }

  @Test
  void filesAreReadAtEachAsk() throws IOException {
    Credentials first = files.get();
    assertThat(files.get()).isEqualTo(first).hasSameHashCodeAs(first);

    Files.writeString(secret, "hush-again");

    assertThat(files.get())
        .isNotEqualTo(first)
        .isEqualTo(Credentials.basic("eu-west-2_Tenant", "hush-again"));
  }

  @Test
  void threeFilesAreOfAnOAuthClient() throws IOException {
    Path clientId = Files.writeString(folder.resolve("client-id"), "client\n");

    assertThat(Credentials.fromFiles(tenantId, clientId, secret).get())
        .isEqualTo(Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush"))
        .isNotEqualTo(Credentials.oauth2("eu-west-2_Tenant", "client", "hush"));
  }

  @Test
  void filesThatAreReplacedMeanwhileAreReadAgain() {
    Iterator<String> ids = List.of("old-id", "new-id", "new-id").iterator();
    Iterator<String> secrets = List.of("old-secret", "new-secret").iterator();

    String pair = FileCredentials.pair(ids::next, secrets::next, (id, secret) -> id + ' ' + secret);

    assertThat(pair).isEqualTo("new-id new-secret");
  }

  @Test
  void theSupplierShowsPathsAlone() {
    assertThat(files).hasToString("Credentials.fromFiles(" + tenantId + ", " + secret + ")");
    assertThat(Credentials.fromFiles(tenantId, tenantId, secret))
        .hasToString("Credentials.fromFiles(" + tenantId + ", " + tenantId + ", " + secret + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void anEmptyFileIsRefused(String content) throws IOException {
    Files.writeString(secret, content);

    assertRefused("cannot be used: it is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush\n\n", "hush\r\n\n", "\nhush", "hush\nhush", "hush\r", "hush\n\r\n"})
  void moreThanOneLineIsRefused(String content) throws IOException {
    Files.writeString(secret, content);

    assertRefused("cannot be used: it has more than one line.");
  }

  @Test
  void theRulesOfTheValuesHold() throws IOException {
    Files.writeString(secret, "hush\u0000hush");
    assertRefused("cannot be used: apiSecret must not contain control characters");

    Files.writeString(secret, " \t ");
    assertRefused("cannot be used: apiSecret must not be blank.");

    Files.writeString(secret, "\ufeffhush");
    assertRefused("cannot be used: it begins with a byte order mark.");

    Files.writeString(tenantId, "hush:hush");
    assertThatThrownBy(files::get)
        .hasMessageStartingWith("The file " + tenantId + " cannot be used: tenantId must not")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(Credentials.fromFiles(secret, secret, secret)::get)
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anotherEncodingIsRefused() throws IOException {
    Files.write(secret, "hüsh".getBytes(ISO_8859_1));
    assertRefused("is not UTF-8.");

    Files.write(secret, "hush".getBytes(UTF_16));
    assertRefused("is not UTF-8.");
  }

  @Test
  void aFileMayHave64KiBAndNoMore() throws IOException {
    Files.writeString(secret, "x".repeat(64 * 1024));
    assertThat(files.get()).isNotNull();

    Files.write(secret, ("x".repeat(64 * 1024) + '\n').getBytes(UTF_8));
    assertRefused("cannot be used: it is larger than 64 KiB.");
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Files.delete(secret);
    assertRefused("does not exist.");

    Files.createDirectory(secret);
    assertRefused("cannot be used: it is a directory.");
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws IOException {
    Files.setPosixFilePermissions(secret, Set.of());
    assumeFalse(Files.isReadable(secret), "root may read everything");

    assertRefused("cannot be read: permission denied.");
  }

  @Test
  void aPathIsRequired() {
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.fromFiles(null, secret))
        .withMessage("tenantId");
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.fromFiles(tenantId, null))
        .withMessage("apiSecret");
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.fromFiles(tenantId, null, secret))
        .withMessage("clientId");
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.fromFiles(tenantId, secret, null))
        .withMessage("clientSecret");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(files::get)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("The file " + secret + ' ' + why)
        .satisfies(
            thrown -> {
              StringWriter trace = new StringWriter();
              thrown.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("hush", "hüsh");
            });
  }
}
