package io.github.thriveaudience.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tries each authentication scheme. */
final class AuthenticationProbe {
  private static final String FEW = "page=1&perPage=2";

  private final Settings settings;
  private final LiveApi api;
  private final ResponseCheck check;
  private final Findings findings;
  private boolean obeysPerPage;

  AuthenticationProbe(Settings settings, LiveApi api, ResponseCheck check, Findings findings) {
    this.settings = settings;
    this.api = api;
    this.check = check;
    this.findings = findings;
  }

  /** The {@code Authorization} header of later requests; null if no scheme works. */
  @Nullable String authorization() throws IOException, InterruptedException {
    String basic = settings.hasBasic() ? basic() : notTried("HTTP Basic", "THRIVE_API_SECRET");
    String bearer =
        settings.hasOAuth2()
            ? bearer()
            : notTried("OAuth 2.0", "THRIVE_CLIENT_ID and THRIVE_CLIENT_SECRET");
    return basic != null ? basic : bearer;
  }

  /** Whether {@code perPage} alone was observed to set the size of a page. */
  boolean obeysPerPage() {
    return obeysPerPage;
  }

  private @Nullable String notTried(String scheme, String variables) {
    findings.observation(scheme + ": not tried, " + variables + " must be set for that");
    return null;
  }

  private @Nullable String basic() throws IOException, InterruptedException {
    return tried("HTTP Basic", LiveApi.basic(settings.tenantId(), settings.apiSecret()));
  }

  private @Nullable String bearer() throws IOException, InterruptedException {
    ApiResponse inHeader = token(false);
    if (inHeader.succeeded()) {
      findings.observation("The token endpoint takes the client in an HTTP Basic header");
      return withToken(inHeader);
    }
    ApiResponse inBody = token(true);
    if (inBody.succeeded()) {
      findings.observation("The token endpoint takes the client in the body, and not in a header");
      return withToken(inBody);
    }
    findings.violation(
        "OAuth 2.0: no token, status "
            + inHeader.status()
            + " with the client in a header, "
            + inBody.status()
            + " with it in the body");
    return null;
  }

  private ApiResponse token(boolean clientInBody) throws IOException, InterruptedException {
    String id = LiveApi.encoded(settings.clientId());
    String secret = LiveApi.encoded(settings.clientSecret());
    String grant = "grant_type=client_credentials&scope=" + LiveApi.encoded("api/read");
    return check.check(
        Operation.TOKENS,
        clientInBody
            ? api.token(grant + "&client_id=" + id + "&client_secret=" + secret, null)
            : api.token(grant, LiveApi.basic(id, secret)));
  }

  private @Nullable String withToken(ApiResponse token) throws IOException, InterruptedException {
    if (!"bearer".equalsIgnoreCase(token.json().path("token_type").asText())) {
      findings.violation("tokens 200: body.token_type is not Bearer");
    }
    String value = token.json().path("access_token").asText();
    if (value.isBlank()) {
      findings.violation("OAuth 2.0: the token is empty");
      return null;
    }
    return tried("OAuth 2.0", "Bearer " + value);
  }

  private @Nullable String tried(String scheme, String authorization)
      throws IOException, InterruptedException {
    ApiResponse page =
        check.check(Operation.MEMBERS, api.members(settings.audience(), FEW, authorization));
    if (page.succeeded()) {
      obeysPerPage = page.figure("perPage") == 2;
      findings.observation(scheme + ": works");
      return authorization;
    }
    findings.violation(scheme + ": does not work, status " + page.status());
    return null;
  }
}
