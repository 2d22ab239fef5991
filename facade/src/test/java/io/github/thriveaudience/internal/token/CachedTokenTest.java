package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token, and its age in the cache. */
class CachedTokenTest {
  private final Token token =
      new Token("hush-hush", List.of("api/read"), Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));

  @Test
  void toStringHidesTheToken() {
    assertThat(token).hasToString("Token[***, scopes=[api/read], expiresAt=1970-01-01T01:00:00Z]");
  }

  @Test
  void toStringOfACachedTokenHidesTheToken() {
    assertThat(CachedToken.of(token, 0))
        .hasToString("CachedToken[" + token + ", staleAt=1970-01-01T00:55:00Z]");
  }

  @Test
  void isNewerThanNoneAndThanAnother() {
    CachedToken cached = CachedToken.of(token, 0);
    CachedToken other =
        CachedToken.of(
            new Token("other", token.scopes(), token.requestedAt(), token.expiresAt()), 0);

    assertThat(cached.isNewerThan(null, Instant.EPOCH)).isTrue();
    assertThat(cached.isNewerThan(other, Instant.EPOCH)).isTrue();
    assertThat(cached.isNewerThan(cached, Instant.EPOCH)).isFalse();
    assertThat(cached.isNewerThan(other, Instant.EPOCH.plus(Duration.ofHours(1)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // life, jitter, stale from, not used from
    "PT1H,  0, PT55M,   PT59M50S",
    "PT1H,  1, PT57M,   PT59M50S",
    "PT60S, 0, PT54S,   PT59.4S",
    "PT60S, 1, PT56.4S, PT59.4S",
    "PT24H, 0, PT23H55M, PT23H59M50S",
  })
  void isStaleAndUnusableBeforeItExpires(
      Duration lifetime, double jitter, Duration stale, Duration unusable) {
    Instant issued = Instant.EPOCH;
    CachedToken cached =
        CachedToken.of(new Token("t", List.of(), issued, issued.plus(lifetime)), jitter);

    assertThat(cached.staleAt()).isEqualTo(issued.plus(stale));
    assertThat(cached.unusableAt()).isEqualTo(issued.plus(unusable));
  }
}
