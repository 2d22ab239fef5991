package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  private static final String LINE =
      "GET /rest/v1/audiences/members-2500-delay-20/members?page=3&perPage=1000 HTTP/1.1\r\n";
  private static final String AUTHORIZATION = "Authorization: Basic dGVuYW50OnNlY3JldA==\r\n";

  @Test
  void readsTheAudienceAndThePage() {
    PageRequest request = PageRequest.parse(LINE + AUTHORIZATION + "\r\n");

    assertThat(request).isEqualTo(new PageRequest(2_500, 20, 3, 1_000));
    assertThat(request.totalPages()).isEqualTo(3);
  }

  @Test
  void acceptsHeadersInLowerCase() {
    assertThat(PageRequest.parse(LINE + "authorization: Basic eA==\r\n\r\n").page()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINE + "\r\n",
        LINE + "Authorization: Bearer token\r\n\r\n",
        "GET /rest/v1/audiences/other/members?page=3&perPage=1000 HTTP/1.1\r\n" + AUTHORIZATION,
        "GET /rest/v1/audiences/members-1-delay-0/members?page=3 HTTP/1.1\r\n" + AUTHORIZATION,
      })
  void refusesARequestThatTheApiWouldRefuse(String head) {
    assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.parse(head));
  }
}
