package io.github.thriveaudience.readme;

import java.util.List;
import java.util.stream.Collectors;

/** Puts around a snippet what a user would have around it, so that it compiles. */
final class Wrapping {
  /** The class that has the snippet. */
  static final String CLASS = "com.example.Snippet";

  private static final List<String> IMPORTS =
      List.of(
          "static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options",
          "static io.github.thriveaudience.auth.ClientAuthentication.*",
          "static org.assertj.core.api.Assertions.assertThat",
          "static org.junit.jupiter.api.Assertions.*",
          "com.github.tomakehurst.wiremock.junit5.WireMockExtension",
          "io.github.thriveaudience.*",
          "io.github.thriveaudience.auth.*",
          "io.github.thriveaudience.error.*",
          "io.github.thriveaudience.event.*",
          "io.github.thriveaudience.micrometer.*",
          "io.github.thriveaudience.model.*",
          "io.github.thriveaudience.readme.Presupposed",
          "io.github.thriveaudience.listing.*",
          "java.net.URI",
          "java.time.Duration",
          "java.util.*",
          "java.util.stream.*",
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.extension.RegisterExtension",
          "org.springframework.beans.factory.annotation.Value",
          "org.springframework.context.annotation.Bean",
          "org.springframework.context.annotation.Configuration");

  private Wrapping() {}

  /**
   * For what stands in a method.
   *
   * @param ending what is done at the end of the snippet, where its variables can be seen
   */
  static String statements(String snippet, String ending) {
    String method = "@Override public void run() throws Exception {\n%s\n}";
    return file(
        "public class Snippet extends Presupposed {\n%s\n}"
            .formatted(method.formatted(ended(snippet.strip(), ending))));
  }

  /** For what stands in a class. */
  static String members(String snippet) {
    return file("public class Snippet {\n%s\n}".formatted(snippet));
  }

  /** For what stands in a file. */
  static String file(String snippet) {
    return IMPORTS.stream()
        .map(name -> "import " + name + ";\n")
        .collect(Collectors.joining("", "package com.example;\n", snippet));
  }

  private static String ended(String snippet, String ending) {
    int end = snippet.endsWith("}") ? snippet.length() - 1 : snippet.length();
    return snippet.substring(0, end) + "\n" + ending + "\n" + snippet.substring(end);
  }

  /** Behind each environment comes the address of the stubs, so that no other host is called. */
  static String redirected(String snippet, SnippetServer server) {
    String base = setting("baseUri", server.baseUri());
    String token = setting("tokenUri", server.tokenUri());
    String both = snippet.contains("Credentials.oauth2") ? base + token : base;
    String redirect = snippet.contains("AccessTokens.builder") ? token : both;
    return snippet.replaceAll("\\.environment\\([^()]+\\)", "$0" + redirect);
  }

  private static String setting(String name, Object uri) {
    return ".%s(URI.create(\"%s\"))".formatted(name, uri);
  }
}
