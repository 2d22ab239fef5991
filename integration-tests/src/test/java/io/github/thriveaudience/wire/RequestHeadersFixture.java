package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An API and a token service, and the headers that they receive. */
abstract class RequestHeadersFixture extends WireTest {
  static final String KEY = "X-Api-Gateway-Key";
  static final String TOKEN_KEY = "X-Token-Gateway-Key";

  @BeforeEach
  void serve() {
    respond(json(Pages.page(2, 1, 1000)));
    API.stubFor(post(urlPathMatching("/oauth2/token/.+")).willReturn(token(SECRET + "-token")));
  }

  /** The values of a header in each request, in order. */
  static List<List<String>> values(RequestMethod method, String name) {
    return requests().stream()
        .filter(request -> request.getMethod().equals(method))
        .map(request -> values(request, name))
        .toList();
  }

  private static List<String> values(LoggedRequest request, String name) {
    return request.containsHeader(name) ? request.header(name).values() : List.of();
  }
}
