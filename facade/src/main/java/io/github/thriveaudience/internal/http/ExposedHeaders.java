package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.HeaderRules;
import io.github.thriveaudience.internal.headers.ResponseHeaders;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of the response headers that users want to see. For one thread until it is used. */
public final class ExposedHeaders {
  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * Adds a name, in place of one that differs in case alone.
   *
   * @throws IllegalArgumentException if it is no name of a header
   */
  public void add(String name) {
    HeaderRules.requireName(name);
    names.remove(name);
    names.add(name);
  }

  /** These names, which later changes do not affect. */
  public ExposedHeaders copy() {
    ExposedHeaders copy = new ExposedHeaders();
    copy.names.addAll(names);
    return copy;
  }

  /** Those headers of a response that have one of the names, which are the keys. */
  Map<String, List<String>> of(HttpHeaders response) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> found = new HashMap<>();
    for (String name : names) {
      List<String> values = response.allValues(name);
      if (!values.isEmpty()) {
        found.put(name, values);
      }
    }
    return ResponseHeaders.copyOf(found);
  }
}
