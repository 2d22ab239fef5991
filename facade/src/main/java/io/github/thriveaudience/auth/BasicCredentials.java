package io.github.thriveaudience.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.internal.token.BasicClient;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** HTTP Basic: the header is computed once, since it never changes. */
final class BasicCredentials implements Credentials, Authentication, BasicClient {
  private final String tenantId;
  private final String authorization;

  BasicCredentials(String tenantId, String apiSecret) {
    this.tenantId = Arguments.basicTenantId(tenantId);
    byte[] userAndPassword =
        (tenantId + ':' + Arguments.text("apiSecret", apiSecret)).getBytes(UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(userAndPassword);
  }

  @Override
  public String tenantId() {
    return tenantId;
  }

  @Override
  public String authorization() {
    return authorization;
  }

  @Override
  public String authorization(CallContext call) {
    return authorization;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BasicCredentials same && same.authorization.equals(authorization);
  }

  /** Of nothing secret. */
  @Override
  public int hashCode() {
    return tenantId.hashCode();
  }

  @Override
  public String toString() {
    return "Credentials.basic(" + tenantId + ", ***)";
  }
}
