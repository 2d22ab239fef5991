package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.listing.MembersPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of a traversal announced, and how it changed. For one thread. */
final class PageFigures {
  private final FigureChange totalResults;
  private final FigureChange totalPages;
  private final FigureChange perPage;
  private final List<FigureChange> all;
  private @Nullable Long firstTotal;
  private @Nullable Long lastTotal;
  private long pageSize;

  PageFigures() {
    this(
        new FigureChange("totalResults"),
        new FigureChange("totalPages"),
        new FigureChange("perPage"));
  }

  private PageFigures(FigureChange totalResults, FigureChange totalPages, FigureChange perPage) {
    this.totalResults = totalResults;
    this.totalPages = totalPages;
    this.perPage = perPage;
    this.all = List.of(totalResults, totalPages, perPage);
  }

  PageFigures copy() {
    PageFigures copy = new PageFigures(totalResults.copy(), totalPages.copy(), perPage.copy());
    copy.firstTotal = firstTotal;
    copy.lastTotal = lastTotal;
    copy.pageSize = pageSize;
    return copy;
  }

  void announcedBy(MembersPage page) {
    totalResults.announced(page.totalResults(), page.page());
    totalPages.announced(page.totalPages(), page.page());
    perPage.announced(page.perPage(), page.page());
    firstTotal = firstTotal == null ? Long.valueOf(page.totalResults()) : firstTotal;
    lastTotal = page.totalResults();
    pageSize = page.perPage();
  }

  /** The members that the first page announced, or null before it. */
  @Nullable Long firstTotal() {
    return firstTotal;
  }

  /** The members that the latest page announced, or null before any. */
  @Nullable Long lastTotal() {
    return lastTotal;
  }

  /** How many members the latest page lets expect from a page on. */
  long expectedFrom(int firstPage) {
    return lastTotal == null ? 0 : Math.max(0, lastTotal - (firstPage - 1L) * pageSize);
  }

  boolean anyChanged() {
    return all.stream().anyMatch(FigureChange::any);
  }

  /** A sentence for each figure that changed. */
  List<String> changesInWords() {
    return all.stream().filter(FigureChange::any).map(FigureChange::inWords).toList();
  }
}
