package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.FeignException;
import feign.Request;
import feign.codec.DecodeException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Endpoint;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeignFailuresTest {
  private static final CallDescription CALL =
      CallDescription.ofToken(new Endpoint("TEST", URI.create("https://api.example.com")));

  @Test
  void givesBackWhatTheFacadeThrewItself() {
    ThriveException known = new MalformedResponseException("odd");

    assertThat(FeignFailures.translate(wrapped(known), CALL)).isSameAs(known);
  }

  @Test
  void takesAnythingElseForAnAnswerThatCannotBeRead() {
    ThriveException failure =
        FeignFailures.translate(wrapped(new IllegalStateException("jane.doe")), CALL);

    assertThat(failure)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("reading it failed with a IllegalStateException");
    assertThat(failure.getCause()).hasMessage("java.lang.IllegalStateException");
    assertThat(failure.getCause().getStackTrace()).isNotEmpty();
  }

  private static FeignException wrapped(RuntimeException cause) {
    Request request = Request.create(Request.HttpMethod.GET, "/", Map.of(), null, null, null);
    return new DecodeException(200, "jane.doe", request, cause);
  }
}
