package io.github.thriveaudience.internal.state;

import io.github.thriveaudience.model.AudienceMember;

/**
 * Takes over what a file has. An {@code IllegalArgumentException} refuses it; its message becomes
 * part of another one and has no personal data.
 */
public interface StateSink {

  /** Takes over the first line. */
  void header(StateHeader header);

  /**
   * Takes over a member.
   *
   * @param line names the line, for the message of a refusal
   */
  void member(String line, AudienceMember member);
}
