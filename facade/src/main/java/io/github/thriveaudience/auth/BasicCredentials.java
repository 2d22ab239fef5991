package io.github.thriveaudience.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.token.Authentication;
import java.util.Base64;

/** HTTP Basic: the header is computed once, since it never changes. */
final class BasicCredentials implements Credentials, Authentication {
  private final String tenantId;
  private final String authorization;

  BasicCredentials(String tenantId, String apiSecret) {
    this.tenantId = Arguments.basicTenantId(tenantId);
    byte[] userAndPassword =
        (tenantId + ':' + Arguments.text("apiSecret", apiSecret)).getBytes(UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(userAndPassword);
  }

  @Override
  public String authorization(CallContext call) {
    return authorization;
  }

  @Override
  public String toString() {
    return "Credentials.basic(" + tenantId + ", ***)";
  }
}
