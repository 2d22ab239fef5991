package io.github.thriveaudience.internal.api;

import org.jspecify.annotations.Nullable;

/**
 * The page size, in one of the two parameters that the API has for it.
 *
 * @param perPage the value of {@code perPage}, or null if it is not sent
 * @param limit the value of {@code limit}, or null if it is not sent
 */
public record PageSize(@Nullable Integer perPage, @Nullable Integer limit) {

  /** By {@code perPage}. */
  public static PageSize perPage(int members) {
    return new PageSize(members, null);
  }

  /** By {@code limit}. */
  public static PageSize limit(int members) {
    return new PageSize(null, members);
  }
}
