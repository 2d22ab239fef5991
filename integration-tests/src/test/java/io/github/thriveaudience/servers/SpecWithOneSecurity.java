package io.github.thriveaudience.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The spec with one of the security alternatives of the members endpoint: Specmatic needs that. */
enum SpecWithOneSecurity {
  BASIC(
      " *- oauth2: \\[api.*", "basicAuth", "ZXUtd2VzdC0yX1F1aWNrc3RhcnQ6cXVpY2tzdGFydC1zZWNyZXQ="),
  OAUTH2(" *- (basicAuth: \\[]|oauth2: \\[api/all])", "oauth2", "quickstart-access-token");

  /** The name of the scheme; Specmatic reads its credentials from an environment variable of it. */
  final String scheme;

  /** What the stubs accept. */
  final String credentials;

  /** The lines of the other alternatives, as a regular expression. */
  private final String omitted;

  SpecWithOneSecurity(String omitted, String scheme, String credentials) {
    this.omitted = omitted;
    this.scheme = scheme;
    this.credentials = credentials;
  }

  /** Writes the spec into a folder. */
  Path writeTo(Path folder) {
    try {
      List<String> lines = Files.readAllLines(Path.of("../api-spec/openapi.yaml"));
      lines.removeIf(line -> line.matches(omitted));
      return Files.write(folder.resolve("openapi.yaml"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
