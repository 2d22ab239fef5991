package io.github.thriveaudience.internal.http;

import java.io.IOException;
import java.io.Serial;

/** A body has an encoding that the request does not accept. The message is safe to show. */
final class UnsupportedContentEncodingException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final String encodings;

  UnsupportedContentEncodingException(String encodings) {
    this.encodings = encodings;
  }

  @Override
  public String getMessage() {
    return "the body is encoded as " + encodings + ", which was not asked for";
  }
}
