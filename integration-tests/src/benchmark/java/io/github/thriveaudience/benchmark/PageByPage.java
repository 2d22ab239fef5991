package io.github.thriveaudience.benchmark;

import java.util.function.Consumer;

/**
 * How one lists with a client that knows single pages only.
 *
 * @param <P> what the client makes of a page
 */
abstract class PageByPage<P> implements Contender {

  @Override
  public abstract P page(String audience, int number) throws Exception;

  abstract int totalPages(P page);

  abstract void members(P page, Consumer<String> userIds);

  @Override
  public void list(String audience, Consumer<String> userIds) throws Exception {
    int number = 1;
    while (handOn(audience, number, userIds)) {
      number++;
    }
  }

  /** A method of its own, so that a page is garbage before the next one comes. */
  private boolean handOn(String audience, int number, Consumer<String> userIds) throws Exception {
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
