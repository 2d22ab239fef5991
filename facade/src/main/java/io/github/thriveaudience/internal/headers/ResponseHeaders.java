package io.github.thriveaudience.internal.headers;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Headers of a response, by names that are case-insensitive. The maps are of the JDK, since caches
 * write and read them by any means. Two that are equal may have names in different case, so a hash
 * code must not include them.
 */
public final class ResponseHeaders {
  private ResponseHeaders() {}

  /**
   * An immutable copy whose keys are case-insensitive.
   *
   * @param headers null if a cache had none
   * @throws IllegalArgumentException if two names differ in case alone
   */
  public static Map<String, List<String>> copyOf(@Nullable Map<String, List<String>> headers) {
    if (headers == null || headers.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    if (copy.size() < headers.size()) {
      throw new IllegalArgumentException("headers must not have names that differ in case alone");
    }
    return Collections.unmodifiableMap(copy);
  }

  /**
   * What a record shows of its headers, as its last component: their names, since a server can
   * write anything into the values.
   */
  public static String shown(Map<String, List<String>> headers) {
    return headers.isEmpty() ? "" : ", headers=" + headers.keySet();
  }
}
