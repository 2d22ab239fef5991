package io.github.thriveaudience.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.github.thriveaudience.internal.http.Headers;
import java.net.URLEncoder;
import java.util.Base64;

/** Authenticates a client that does not do it in the body (RFC 6749, section 2.3.1). */
final class ClientBasicAuthentication implements RequestInterceptor {
  private final TokenClient client;

  ClientBasicAuthentication(TokenClient client) {
    this.client = client;
  }

  @Override
  public void apply(RequestTemplate request) {
    if (!client.authenticatesInBody()) {
      String pair = formEncoded(client.clientId()) + ':' + formEncoded(client.clientSecret());
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
      Headers.set(request, "Authorization", "Basic " + encoded);
    }
  }

  private static String formEncoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
