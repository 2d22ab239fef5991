package io.github.thriveaudience;

import org.jspecify.annotations.Nullable;

/** Notes when a figure that each page announces changes from one page to the next. */
final class FigureChange {
  private final String name;
  private @Nullable Long value;
  private String first = "";
  private int times;

  /** A figure that no page has announced yet. */
  FigureChange(String name) {
    this.name = name;
  }

  void announced(long now, int page) {
    if (value != null && now != value) {
      times++;
      first = times > 1 ? first : "from %d to %d at page %d".formatted(value, now, page);
    }
    value = now;
  }

  boolean any() {
    return times > 0;
  }

  /** A sentence on what {@link #any()} is true of. */
  String inWords() {
    return times == 1
        ? "%s changed %s.".formatted(name, first)
        : "%s changed %d times, first %s.".formatted(name, times, first);
  }
}
