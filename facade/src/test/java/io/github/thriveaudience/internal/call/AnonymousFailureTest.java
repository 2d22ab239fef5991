package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnonymousFailureTest {
  private static final String AUDIENCE = "audience \"tech-team\"";

  static Throwable[] known() {
    return new Throwable[] {
      new RateLimitedException(AUDIENCE, ApiError.of(429).withMessage(AUDIENCE)),
      new NotFoundException(AUDIENCE, ApiError.of(404)),
      new TokenRequestException(AUDIENCE, AUDIENCE, AUDIENCE),
      new MalformedResponseException(AUDIENCE),
      new SupplierFailedException(AUDIENCE, new Exception(AUDIENCE)),
      new ThriveInterruptedException(AUDIENCE, new Exception(AUDIENCE)),
      new ThriveTimeoutException(AUDIENCE, new Exception(AUDIENCE)),
      new ThriveConnectionException(AUDIENCE, new Exception(AUDIENCE)),
    };
  }

  @ParameterizedTest
  @MethodSource("known")
  void keepsTheClassAndNoWordOfTheMessage(Throwable failure) {
    Throwable copy = AnonymousFailure.of(failure);

    assertThat(copy).hasSameClassAs(failure).hasNoCause();
    assertThat(copy.getMessage()).isNotBlank().doesNotContain("tech-team");
    assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @ParameterizedTest
  @MethodSource("others")
  void namesTheClassOfOthers(Throwable failure) {
    assertThat(AnonymousFailure.of(failure))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(failure.getClass().getName())
        .hasNoCause();
  }

  static Throwable[] others() {
    return new Throwable[] {
      new IllegalArgumentException(AUDIENCE, new Exception(AUDIENCE)), new AssertionError(AUDIENCE)
    };
  }
}
