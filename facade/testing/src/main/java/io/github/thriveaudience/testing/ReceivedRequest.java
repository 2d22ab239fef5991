package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;

/** A request that the stubs have received. Immutable and thread-safe. */
public final class ReceivedRequest {
  private final LoggedRequest request;
  private final @Nullable String audience;

  ReceivedRequest(LoggedRequest request) {
    this.request = request;
    this.audience = MembersPath.audience(request.getUrl());
  }

  /**
   * The method.
   *
   * @return such as {@code GET}
   */
  public String method() {
    return request.getMethod().value();
  }

  /**
   * The path as it was sent, percent-encoded and without the query.
   *
   * @return such as {@code /rest/v1/audiences/tech-team/members}
   */
  public String path() {
    return request.getUrl().replaceFirst("\\?.*", "");
  }

  /**
   * The query as it was sent, percent-encoded and without the question mark.
   *
   * @return such as {@code page=2&perPage=100}, or the empty string
   */
  public String query() {
    return request.getUrl().replaceFirst("^[^?]*\\??", "");
  }

  /**
   * The audience whose members were requested.
   *
   * @return its id or reference, decoded; null for any other request
   */
  public @Nullable String audience() {
    return audience;
  }

  /**
   * Whether this asks the token endpoint for an access token.
   *
   * @return whether it does
   */
  public boolean isTokenRequest() {
    return RequestRules.isTokenPath(path());
  }

  /**
   * A parameter of the query, such as {@code page} or {@code perPage}.
   *
   * @param name the name
   * @return its first value, decoded; null if it is absent
   */
  public @Nullable String parameter(String name) {
    QueryParameter parameter = request.queryParameter(name);
    return parameter.isPresent() ? parameter.firstValue() : null;
  }

  /**
   * A header. {@code Authorization} is there, too, with the credentials that were sent.
   *
   * @param name the name, case-insensitive
   * @return its first value; null if it is absent
   */
  public @Nullable String header(String name) {
    HttpHeader header = request.header(name);
    return header.isPresent() ? header.firstValue() : null;
  }

  /** Returns the method and the path, without anything that could be a secret. */
  @Override
  public String toString() {
    return method() + " " + path();
  }
}
