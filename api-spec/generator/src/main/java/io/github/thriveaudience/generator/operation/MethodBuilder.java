package io.github.thriveaudience.generator.operation;

import io.github.thriveaudience.generator.text.JavaText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what becomes a {@link ClientMethod}. For one thread. */
final class MethodBuilder {
  private final ParameterStyles styles;
  private final String runtime;
  private final List<Slot> parameters = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private List<String> body = List.of();
  private List<String> empty = List.of();

  MethodBuilder(ParameterStyles styles, String runtime) {
    this.styles = styles;
    this.runtime = runtime;
  }

  /** A parameter, or a part of the body, which has no place of its own. */
  private record Part(String in, String name, Wire wire) {}

  /** Adds a parameter that has a style. */
  void add(Input input) {
    parameters.add(new Slot("", input.type(), input.java(), null));
    parts.add(new Part(input.in(), input.name(), styles.wire(input)));
  }

  /** Adds the body, or a field of a form, which Feign hands to the encoder. */
  void addToBody(Slot slot) {
    parameters.add(slot);
    parts.add(new Part("body", slot.name(), Wire.of("", slot)));
  }

  /**
   * Adds a part of a multipart form.
   *
   * @param kind how it is written
   * @param name its name on the wire
   */
  void addPart(Slot parameter, String kind, String name) {
    parameters.add(parameter);
    String arguments = "(" + JavaText.literal(name) + ", " + parameter.name() + ")";
    parts.add(new Part("part", name, Wire.shared("." + kind + arguments)));
  }

  /** Adds a header that is always the same. */
  void addHeader(String header) {
    headers.add(header);
  }

  /** Sets the statuses of successes. */
  void setSuccesses(List<String> withBody, List<String> withoutBody) {
    body = withBody.stream().map(JavaText::literal).toList();
    empty = withoutBody.stream().map(JavaText::literal).toList();
  }

  /** The method. */
  ClientMethod build(
      String verb, String path, List<String> javadoc, boolean deprecated, String returned) {
    return new ClientMethod(
        javadoc,
        deprecated,
        JavaText.literal(verb + " " + new PathTemplate(path).filled(paths(), templates("query"))),
        headers().map(JavaText::literal).toList(),
        List.copyOf(parameters),
        Stream.of(ownSlots(), queryMap(), cookies(), multipart()).flatMap(slots -> slots).toList(),
        body,
        empty,
        returned);
  }

  private Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    in("path")
        .forEach(part -> paths.put(part.name(), Objects.requireNonNull(part.wire().template())));
    return paths;
  }

  private Stream<String> headers() {
    Stream<String> cookie = in("cookie").limit(1).map(any -> "Cookie: {cookie$}");
    Stream<String> multipart =
        in("part").limit(1).map(any -> "Content-Type: multipart/form-data; boundary={boundary$}");
    return Stream.of(templates("header").stream(), cookie, multipart, headers.stream())
        .flatMap(all -> all);
  }

  private Stream<Part> in(String place) {
    return parts.stream().filter(part -> part.in().equals(place));
  }

  private List<String> templates(String place) {
    return in(place)
        .filter(part -> !isShared(part))
        .map(part -> Objects.requireNonNull(part.wire().template()))
        .toList();
  }

  /** In the order of the method's parameters. */
  private Stream<Slot> ownSlots() {
    return parts.stream()
        .filter(part -> !isShared(part))
        .flatMap(part -> part.wire().slots().stream());
  }

  /** Feign sends the parameters of a map after all others: so as many as can be are in the map. */
  private boolean isShared(Part part) {
    boolean needsMap = in("query").anyMatch(one -> one.wire().template() == null);
    return part.in().equals("cookie")
        || part.in().equals("part")
        || (part.in().equals("query") && needsMap && part.wire().shared() != null);
  }

  private String shared(String place) {
    return in(place)
        .filter(this::isShared)
        .map(part -> Objects.requireNonNull(part.wire().shared()))
        .collect(Collectors.joining());
  }

  private Stream<Slot> queryMap() {
    String shared = shared("query");
    return shared.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Slot(
                "@feign.QueryMap",
                "java.util.Map<java.lang.String, java.util.List<java.lang.String>>",
                "query_",
                "new " + runtime + ".Query()" + shared + ".map()"));
  }

  private Stream<Slot> cookies() {
    String shared = shared("cookie");
    return shared.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Slot(
                Slot.param("cookie$", null),
                Slot.nullable("java.lang.String"),
                "cookies_",
                "new " + runtime + ".Cookies()" + shared + ".header()"));
  }

  private Stream<Slot> multipart() {
    String shared = shared("part");
    String type = runtime + ".Multipart";
    return shared.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Slot(
                Slot.param("boundary$", null), "java.lang.String", "boundary_", type + ".BOUNDARY"),
            new Slot("", "byte[]", "body_", "new " + type + "()" + shared + ".bytes()"));
  }
}
