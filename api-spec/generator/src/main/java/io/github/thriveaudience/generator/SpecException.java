package io.github.thriveaudience.generator;

import java.io.Serial;

/** The spec has something of which no correct client can be generated. */
public final class SpecException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param place the path in the spec, such as {@code components.schemas.Pet.properties.id}
   * @param problem what is there
   * @param instead what to write instead
   */
  public SpecException(String place, String problem, String instead) {
    super(place + ": " + problem + " " + instead);
  }
}
