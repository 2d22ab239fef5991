package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures that the pages so far announced, and how they changed. Immutable. */
record PageFigures(Figure totalResults, Figure totalPages, Figure perPage) {
  /** Before the first page. */
  static final PageFigures NONE =
      new PageFigures(new Figure("totalResults"), new Figure("totalPages"), new Figure("perPage"));

  PageFigures and(MembersPage page) {
    return new PageFigures(
        totalResults.and(page.totalResults(), page.page()),
        totalPages.and(page.totalPages(), page.page()),
        perPage.and(page.perPage(), page.page()));
  }

  /** How many members the latest page announces from a page on. */
  long expectedFrom(int firstPage) {
    Long total = totalResults.latest;
    Long size = perPage.latest;
    return total == null || size == null ? 0 : Math.max(0, total - (firstPage - 1L) * size);
  }

  /** A sentence for each figure that changed. */
  List<String> changes() {
    return Stream.of(totalResults, totalPages, perPage)
        .filter(figure -> figure.changes > 0)
        .map(Figure::inWords)
        .toList();
  }

  /**
   * One figure.
   *
   * @param first what the first page announced, or null before it
   * @param latest what the latest page announced, or null before any
   * @param changes how often it changed from one page to the next
   * @param firstChange the first of the changes, as the end of a sentence
   */
  record Figure(
      String name, @Nullable Long first, @Nullable Long latest, int changes, String firstChange) {
    Figure(String name) {
      this(name, null, null, 0, "");
    }

    Figure and(long value, int page) {
      if (latest == null) {
        return new Figure(name, value, value, 0, "");
      }
      if (latest == value) {
        return this;
      }
      String change = Texts.format("from %d to %d at page %d", latest, value, page);
      return new Figure(name, first, value, changes + 1, changes == 0 ? change : firstChange);
    }

    String inWords() {
      return changes == 1
          ? Texts.format("%s changed %s.", name, firstChange)
          : Texts.format("%s changed %d times, first %s.", name, changes, firstChange);
    }
  }
}
