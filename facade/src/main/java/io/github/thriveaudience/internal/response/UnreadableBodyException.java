package io.github.thriveaudience.internal.response;

import java.io.Serial;

/**
 * The body of a success cannot be read. It names no call: the gateway that made the call turns it
 * into an exception that does. Its message is safe to show.
 */
public final class UnreadableBodyException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Whether the body is complete. */
  public enum Kind {
    WHOLE,
    MAYBE_TRUNCATED,
    TRUNCATED
  }

  private final Kind kind;

  private UnreadableBodyException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** A complete body that is not what the API reference describes. */
  public static UnreadableBodyException malformed(String what) {
    return new UnreadableBodyException(Kind.WHOLE, what);
  }

  /** A malformed body that may be truncated. */
  static UnreadableBodyException maybeTruncated(String what) {
    return new UnreadableBodyException(Kind.MAYBE_TRUNCATED, what);
  }

  /** A truncated body. */
  public static UnreadableBodyException truncated(String how) {
    return new UnreadableBodyException(Kind.TRUNCATED, how);
  }

  public Kind kind() {
    return kind;
  }
}
