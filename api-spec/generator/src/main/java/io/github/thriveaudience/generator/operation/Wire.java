package io.github.thriveaudience.generator.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a parameter gets into a request.
 *
 * @param template its part of the path, the query or the headers, as a template of Feign; null if
 *     it has none of its own
 * @param slots the arguments that the template takes
 * @param shared its part of an argument that several parameters share, as Java; null if it can have
 *     none
 */
record Wire(@Nullable String template, List<Slot> slots, @Nullable String shared) {

  static Wire of(String template, Slot... slots) {
    return new Wire(template, List.of(slots), null);
  }

  /** The same with another way, for a query of which the number of parameters is not known. */
  Wire or(String part) {
    return new Wire(template, slots, part);
  }

  static Wire shared(String part) {
    return new Wire(null, List.of(), part);
  }
}
