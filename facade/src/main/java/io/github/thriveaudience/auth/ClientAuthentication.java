package io.github.thriveaudience.auth;

/** How a client proves to the token endpoint who it is (RFC 6749, section 2.3.1). */
public enum ClientAuthentication {
  /** HTTP Basic, with the id and the secret form-encoded first. The default. */
  BASIC_HEADER,

  /** {@code client_id} and {@code client_secret} in the body of the request. */
  REQUEST_BODY
}
