package io.github.thriveaudience.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tries each way of authentication. */
final class SignIn {
  private static final String FEW = "page=1&perPage=2";

  private final Settings settings;
  private final LiveApi api;
  private final AnswerCheck check;
  private final Findings findings;
  private boolean obeysPerPage;

  SignIn(Settings settings, LiveApi api, AnswerCheck check, Findings findings) {
    this.settings = settings;
    this.api = api;
    this.check = check;
    this.findings = findings;
  }

  /** What to send as {@code Authorization} from now on; null if nothing works. */
  @Nullable String authorization() throws IOException, InterruptedException {
    String basic = settings.hasBasic() ? basic() : notTried("HTTP Basic", "THRIVE_API_SECRET");
    String bearer =
        settings.hasOAuth2()
            ? bearer()
            : notTried("OAuth 2.0", "THRIVE_CLIENT_ID and THRIVE_CLIENT_SECRET");
    return basic != null ? basic : bearer;
  }

  /** Whether {@code perPage} alone sets the size of a page, as far as it was seen. */
  boolean obeysPerPage() {
    return obeysPerPage;
  }

  private @Nullable String notTried(String way, String variables) {
    findings.answer(way + ": not tried, " + variables + " must be set for that");
    return null;
  }

  private @Nullable String basic() throws IOException, InterruptedException {
    return tried("HTTP Basic", LiveApi.basic(settings.tenantId(), settings.apiSecret()));
  }

  private @Nullable String bearer() throws IOException, InterruptedException {
    Answer inHeader = token(false);
    if (inHeader.succeeded()) {
      findings.answer("The token endpoint takes the client in an HTTP Basic header");
      return withToken(inHeader);
    }
    Answer inBody = token(true);
    if (inBody.succeeded()) {
      findings.answer("The token endpoint takes the client in the body, and not in a header");
      return withToken(inBody);
    }
    findings.breaking(
        "OAuth 2.0: no token, status "
            + inHeader.status()
            + " with the client in a header, "
            + inBody.status()
            + " with it in the body");
    return null;
  }

  private Answer token(boolean clientInBody) throws IOException, InterruptedException {
    String id = LiveApi.encoded(settings.clientId());
    String secret = LiveApi.encoded(settings.clientSecret());
    String grant = "grant_type=client_credentials&scope=" + LiveApi.encoded("api/read");
    return check.check(
        Operation.TOKENS,
        clientInBody
            ? api.token(grant + "&client_id=" + id + "&client_secret=" + secret, null)
            : api.token(grant, LiveApi.basic(id, secret)));
  }

  private @Nullable String withToken(Answer token) throws IOException, InterruptedException {
    if (!"bearer".equalsIgnoreCase(token.json().path("token_type").asText())) {
      findings.breaking("tokens 200: body.token_type is not Bearer");
    }
    String value = token.json().path("access_token").asText();
    if (value.isBlank()) {
      findings.breaking("OAuth 2.0: the token is empty");
      return null;
    }
    return tried("OAuth 2.0", "Bearer " + value);
  }

  private @Nullable String tried(String way, String authorization)
      throws IOException, InterruptedException {
    Answer page =
        check.check(Operation.MEMBERS, api.members(settings.audience(), FEW, authorization));
    if (page.succeeded()) {
      obeysPerPage = page.figure("perPage") == 2;
      findings.answer(way + ": works");
      return authorization;
    }
    findings.breaking(way + ": does not work, status " + page.status());
    return null;
  }
}
