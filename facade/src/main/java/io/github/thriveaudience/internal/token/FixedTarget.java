package io.github.thriveaudience.internal.token;

import feign.Request;
import feign.RequestTemplate;
import feign.Target;
import java.net.URI;

/**
 * Sends every request of an interface to one address, whatever path the interface has: users can
 * set the whole address of a token endpoint.
 */
record FixedTarget<T>(Class<T> type, URI address) implements Target<T> {

  @Override
  public String name() {
    return type.getSimpleName();
  }

  @Override
  public String url() {
    return address.toString();
  }

  @Override
  public Request apply(RequestTemplate template) {
    template.target(address.resolve("/").toString());
    Request request = template.request();
    return Request.create(
        request.httpMethod(),
        url(),
        request.headers(),
        request.body(),
        request.charset(),
        template);
  }
}
