package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {
  private final Token token =
      new Token("hush-hush", List.of("api/read"), Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));

  @Test
  void isNotShown() {
    assertThat(token).hasToString("Token[***, scopes=[api/read], expiresAt=1970-01-01T01:00:00Z]");
  }

  @Test
  void isNotShownByTheCacheEither() {
    assertThat(CachedToken.of(token, 0))
        .hasToString("CachedToken[" + token + ", staleAt=1970-01-01T00:55:00Z]");
  }

  @Test
  void isNewerThanNoneAndThanAnotherButNotThanItself() {
    CachedToken cached = CachedToken.of(token, 0);
    CachedToken other =
        CachedToken.of(
            new Token("other", token.scopes(), token.requestedAt(), token.expiresAt()), 0);

    assertThat(cached.isNewerThan(null, Instant.EPOCH)).isTrue();
    assertThat(cached.isNewerThan(other, Instant.EPOCH)).isTrue();
    assertThat(cached.isNewerThan(cached, Instant.EPOCH)).isFalse();
    assertThat(cached.isNewerThan(other, Instant.EPOCH.plus(Duration.ofHours(1)))).isFalse();
  }
}
