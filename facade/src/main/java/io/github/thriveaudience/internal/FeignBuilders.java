package io.github.thriveaudience.internal;

import feign.Feign;
import feign.Retryer;

/** What all Feign clients of the facade have in common. */
final class FeignBuilders {
  private FeignBuilders() {}

  /** A builder that lacks authentication, errors and a target. */
  static Feign.Builder of(Connection connection) {
    return Feign.builder()
        .client(new ObservedTransport(new JdkTransport(connection), connection))
        .retryer(Retryer.NEVER_RETRY)
        .requestInterceptor(new StandardHeaders())
        .decoder(new ContractDecoder(connection.limits().maxResponseSize()));
  }
}
