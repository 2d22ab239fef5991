package io.github.thriveaudience.auth;

import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.config.PathSegments;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads credentials from files each time that it is asked. */
final class FileCredentials {
  private FileCredentials() {}

  static Supplier<Credentials> basic(Path tenantId, Path apiSecret) {
    return new Basic(
        new SecretFile(Objects.requireNonNull(tenantId, "tenantId"), Arguments::basicTenantId),
        new SecretFile(
            Objects.requireNonNull(apiSecret, "apiSecret"),
            secret -> Arguments.text("apiSecret", secret)));
  }

  static Supplier<OAuth2Credentials> oauth2(Path tenantId, Path clientId, Path clientSecret) {
    return new OAuth2(
        new SecretFile(
            Objects.requireNonNull(tenantId, "tenantId"),
            id -> PathSegments.check("tenantId", Arguments.text("tenantId", id))),
        new SecretFile(
            Objects.requireNonNull(clientId, "clientId"), id -> Arguments.text("clientId", id)),
        new SecretFile(
            Objects.requireNonNull(clientSecret, "clientSecret"),
            secret -> Arguments.text("clientSecret", secret)));
  }

  private record Basic(SecretFile tenantId, SecretFile apiSecret) implements Supplier<Credentials> {
    @Override
    public Credentials get() {
      return Credentials.basic(tenantId.read(), apiSecret.read());
    }

    @Override
    public String toString() {
      return "Credentials.fromFiles(" + tenantId + ", " + apiSecret + ")";
    }
  }

  private record OAuth2(SecretFile tenantId, SecretFile clientId, SecretFile clientSecret)
      implements Supplier<OAuth2Credentials> {

    /** Files may be replaced while they are read: an old id with a new secret is no pair. */
    @Override
    public OAuth2Credentials get() {
      String id = clientId.read();
      while (true) {
        String secret = clientSecret.read();
        String after = clientId.read();
        if (after.equals(id)) {
          return Credentials.oauth2(tenantId.read(), id, secret);
        }
        id = after;
      }
    }

    @Override
    public String toString() {
      return "Credentials.fromFiles(" + tenantId + ", " + clientId + ", " + clientSecret + ")";
    }
  }
}
