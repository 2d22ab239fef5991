package io.github.thriveaudience.error;

import java.io.Serial;

/**
 * The server responded with success, but not with what the API reference describes: not JSON, not
 * the documented fields and types, or figures that contradict each other. Nothing of such a
 * response is returned, because a part of a list must not look like the whole.
 */
public class MalformedResponseException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates an exception for a response.
   *
   * @param message what is wrong with the response, from which environment, for which audience
   */
  public MalformedResponseException(String message) {
    super(message);
  }
}
