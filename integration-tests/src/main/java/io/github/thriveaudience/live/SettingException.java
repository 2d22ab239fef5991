package io.github.thriveaudience.live;

/** A variable is wrong; the message says which, and not what it holds. */
final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingException(String message) {
    super(message);
  }
}
