package io.github.thriveaudience.internal.http;

import feign.Feign;
import feign.Retryer;

/** What all Feign clients of the facade have in common. */
public final class FeignBuilders {
  private FeignBuilders() {}

  /** A builder that lacks authentication, errors and a target. */
  public static Feign.Builder of(Connection connection) {
    return Feign.builder()
        .client(new ObservedClient(new JdkTransport(connection), connection))
        .retryer(Retryer.NEVER_RETRY)
        .requestInterceptor(new StandardHeaders())
        .decoder(new StrictJsonDecoder(connection.limits().maxResponseSize()));
  }
}
