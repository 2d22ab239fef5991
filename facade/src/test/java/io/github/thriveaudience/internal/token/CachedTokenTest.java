package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachedTokenTest {
  @ParameterizedTest
  @CsvSource({
    // life, jitter, stale from, not used from
    "PT1H,  0, PT55M,   PT59M50S",
    "PT1H,  1, PT57M,   PT59M50S",
    "PT60S, 0, PT54S,   PT59.4S",
    "PT60S, 1, PT56.4S, PT59.4S",
    "PT24H, 0, PT23H55M, PT23H59M50S",
  })
  void ageHasBounds(Duration life, double jitter, Duration stale, Duration unusable) {
    Instant issued = Instant.EPOCH;
    CachedToken token =
        CachedToken.of(new Token("t", List.of(), issued, issued.plus(life)), jitter);

    assertThat(token.staleAt()).isEqualTo(issued.plus(stale));
    assertThat(token.unusableAt()).isEqualTo(issued.plus(unusable));
  }
}
