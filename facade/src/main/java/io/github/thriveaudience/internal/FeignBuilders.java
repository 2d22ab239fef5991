package io.github.thriveaudience.internal;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import java.util.function.Function;

/** What all Feign clients of the facade have in common. */
final class FeignBuilders {
  private FeignBuilders() {}

  /**
   * A builder that lacks authentication, errors and a target.
   *
   * @param calls says what messages call a request
   */
  static Feign.Builder of(Connection connection, Function<Request, Call> calls) {
    return Feign.builder()
        .client(new JdkTransport(connection, calls))
        .retryer(Retryer.NEVER_RETRY)
        .requestInterceptor(new StandardHeaders())
        .decoder(new ContractDecoder(connection.limits().maxResponseSize(), calls));
  }
}
