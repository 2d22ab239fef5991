package io.github.thriveaudience.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.HeaderSource;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds headers to each request, the credentials among them. Feign has expanded its templates by
 * then, so that no value is taken for a template.
 */
record HeadersClient(Client next, List<HeaderSource> sources) implements Client {

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext call = CallContext.of(options);
    Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sources.forEach(source -> source.addTo(added::put, call));
    return next.execute(with(added, request), options);
  }

  /** A copy of a request with these headers, in place of those of the same names. */
  static Request with(Map<String, String> added, Request request) {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    added.forEach((name, value) -> headers.put(name, List.of(value)));
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
