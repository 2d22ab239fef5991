package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.Locale;

/** Places in the spec as JSON pointers (RFC 6901). */
final class Place {
  private Place() {}

  static String of(String path) {
    return "#/paths/" + escaped(path);
  }

  static String of(String path, HttpMethod method) {
    return of(path) + "/" + method.name().toLowerCase(Locale.ROOT);
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
