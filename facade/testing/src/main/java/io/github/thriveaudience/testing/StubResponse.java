package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Duration;

/**
 * A response of the stubs.
 *
 * @param definition what is sent
 * @param delay how long it is held back
 */
record StubResponse(ResponseDefinition definition, Duration delay) {

  StubResponse delayedBy(Duration more) {
    return new StubResponse(definition, delay.plus(more));
  }
}
