package io.github.thriveaudience.live;

/** A variable is invalid. The message names it, without its value. */
final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingException(String message) {
    super(message);
  }
}
