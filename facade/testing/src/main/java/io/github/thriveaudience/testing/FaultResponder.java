package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

/** Responds to the requests for an audience, until it is over. Called by one thread at a time. */
interface FaultResponder {

  /**
   * Responds to a request.
   *
   * @return null if the fault is over and does not concern this request any more
   */
  @Nullable StubResponse respond(Request request, Tenant tenant);

  /** The same response a number of times. */
  static FaultResponder times(int times, FaultResponder each) {
    return new FaultResponder() {
      private int left = times;

      @Override
      public @Nullable StubResponse respond(Request request, Tenant tenant) {
        return left-- > 0 ? each.respond(request, tenant) : null;
      }
    };
  }
}
