package io.github.thriveaudience.internal.http;

import feign.RequestTemplate;

/** Headers of a request. */
public final class Headers {
  private Headers() {}

  /** Sets a header to exactly this value: Feign itself would append, and would expand braces. */
  public static void set(RequestTemplate request, String name, String value) {
    request.removeHeader(name).headerLiteral(name, value);
  }
}
