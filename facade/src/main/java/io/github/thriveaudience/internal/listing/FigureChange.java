package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
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

  FigureChange copy() {
    FigureChange copy = new FigureChange(name);
    copy.value = value;
    copy.first = first;
    copy.times = times;
    return copy;
  }

  void announced(long now, int page) {
    if (value != null && now != value) {
      times++;
      first = times > 1 ? first : Texts.format("from %d to %d at page %d", value, now, page);
    }
    value = now;
  }

  boolean any() {
    return times > 0;
  }

  /** A sentence on what {@link #any()} is true of. */
  String inWords() {
    return times == 1
        ? Texts.format("%s changed %s.", name, first)
        : Texts.format("%s changed %d times, first %s.", name, times, first);
  }
}
