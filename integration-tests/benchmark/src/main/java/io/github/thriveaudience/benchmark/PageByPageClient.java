package io.github.thriveaudience.benchmark;

import java.util.function.Consumer;

/**
 * Lists an audience with a client that reads single pages only.
 *
 * @param <P> the client's representation of a page
 */
abstract class PageByPageClient<P> implements MeasuredClient {

  @Override
  public abstract P page(String audience, int number) throws Exception;

  abstract int totalPages(P page);

  abstract void members(P page, Consumer<String> userIds);

  @Override
  public void list(String audience, Consumer<String> userIds) throws Exception {
    int number = 1;
    while (passOn(audience, number, userIds)) {
      number++;
    }
  }

  /** A separate method, so that a page can be collected before the next one is read. */
  private boolean passOn(String audience, int number, Consumer<String> userIds) throws Exception {
    P page = page(audience, number);
    members(page, userIds);
    return number < totalPages(page);
  }

  @Override
  public String first(String audience) throws Exception {
    String[] first = new String[1];
    members(page(audience, 1), userId -> first[0] = first[0] == null ? userId : first[0]);
    return first[0];
  }
}
