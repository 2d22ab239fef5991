package io.github.thriveaudience.auth;

import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.config.PathSegments;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
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

    @Override
    public OAuth2Credentials get() {
      return pair(
          clientId::read,
          clientSecret::read,
          (id, secret) -> Credentials.oauth2(tenantId.read(), id, secret));
    }

    @Override
    public String toString() {
      return "Credentials.fromFiles(" + tenantId + ", " + clientId + ", " + clientSecret + ")";
    }
  }

  /** Files may be replaced while they are read: an old id with a new secret is no pair. */
  static <T> T pair(
      Supplier<String> ids, Supplier<String> secrets, BiFunction<String, String, T> pair) {
    String id = ids.get();
    while (true) {
      String secret = secrets.get();
      String after = ids.get();
      if (after.equals(id)) {
        return pair.apply(id, secret);
      }
      id = after;
    }
  }
}
