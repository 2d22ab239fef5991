package io.github.thriveaudience.error;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The token endpoint refused to issue an access token (RFC 6749, section 5.2). */
public class TokenRequestException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** The error code of RFC 6749. */
  private final String error;

  /** The server's own description. */
  private final @Nullable String errorDescription;

  /**
   * Creates an exception for a refusal.
   *
   * @param message what happened, to which environment, and what to try
   * @param error the error code of RFC 6749, such as {@code invalid_client}
   * @param errorDescription the server's own description, or null
   */
  public TokenRequestException(String message, String error, @Nullable String errorDescription) {
    super(message);
    this.error = Objects.requireNonNull(error, "error");
    this.errorDescription = errorDescription;
  }

  /**
   * The error code of RFC 6749, section 5.2.
   *
   * @return the code, such as {@code invalid_client}
   */
  public String error() {
    return error;
  }

  /**
   * The error description of RFC 6749, section 5.2. It is kept out of {@link #getMessage()}.
   *
   * @return the server's own description, or null if there was none
   */
  public @Nullable String errorDescription() {
    return errorDescription;
  }
}
