package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.MalformedResponseException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The maximum size of a page. WireMock compresses these pages, so that the client inflates them.
 */
class ResponseSizeTest extends WireTest {
  private static final String PAGE = Pages.page(1000, 1, 1000);

  @Test
  void acceptsTheMaximum() {
    respond(json(PAGE));

    assertThat(failure(PAGE.length())).isNull();
  }

  @Test
  void rejectsOneByteMore() {
    respond(json(PAGE));

    assertThat(failure(PAGE.length() - 1))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining(Integer.toString(PAGE.length() - 1));
  }

  @Test
  void limitsUncompressedPages() {
    respond(
        aResponse()
            .withHeader("Content-Type", "application/json")
            .withHeader("Content-Encoding", "identity")
            .withBody(PAGE.getBytes(StandardCharsets.UTF_8)));

    assertThat(failure(PAGE.length())).isNull();
    assertThat(failure(PAGE.length() - 1)).isExactlyInstanceOf(MalformedResponseException.class);
  }

  private static Throwable failure(int max) {
    try (AudienceMembersClient client = builder().maxResponseSize(max).build()) {
      return catchThrowable(() -> client.members("tech-team").page(1));
    }
  }
}
