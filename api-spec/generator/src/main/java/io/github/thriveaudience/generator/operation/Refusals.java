package io.github.thriveaudience.generator.operation;

import java.util.ArrayList;
import java.util.List;

/** What the templates cannot generate right. All of it is reported at once. */
final class Refusals {
  private final List<String> found = new ArrayList<>();

  /**
   * Notes what cannot be generated.
   *
   * @param place where it is in the spec
   * @param problem what is there
   * @param instead what to write instead
   */
  void add(String place, String problem, String instead) {
    found.add(place + ": " + problem + ". Instead: " + instead + '.');
  }

  /** Stops the generation if there was anything. */
  void stop() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          "The client cannot be generated from this spec.\n" + String.join("\n", found));
    }
  }
}
