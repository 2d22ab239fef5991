package io.github.thriveaudience.readme;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The source file in which a snippet is compiled. A snippet begins with its imports. */
final class SnippetSource {
  private final List<String> imports;
  private final String code;

  SnippetSource(Block block) {
    List<String> lines = block.text().lines().toList();
    int end = (int) lines.stream().takeWhile(line -> line.matches("import .*|")).count();
    imports = lines.subList(0, end).stream().filter(line -> !line.isEmpty()).toList();
    code = String.join("\n", lines.subList(end, lines.size()));
  }

  /** The imports whose name the snippet does not use. */
  Stream<String> unusedImports() {
    return imports.stream()
        .filter(line -> !line.endsWith("*;"))
        .filter(line -> !code.matches("(?s).*\\b" + simpleName(line) + "\\b.*"));
  }

  private static String simpleName(String line) {
    return line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
  }

  /** A file that consists of the snippet. */
  String asFile(SnippetServer server) {
    return "package com.example;\n" + String.join("\n", imports) + "\n" + redirected(code, server);
  }

  /**
   * A class named {@code Snippet}, whose method {@code run} consists of the snippet.
   *
   * @param assertions follow the snippet, within its {@code try} block if that declares resources
   */
  String asStatements(String assertions, SnippetServer server) {
    String statements = redirected(code, server);
    String checked =
        statements.startsWith("try (")
            ? statements.replaceFirst("}$", Matcher.quoteReplacement(assertions + "}"))
            : statements + "\n" + assertions;
    return """
        package com.example;
        import static org.assertj.core.api.Assertions.assertThat;
        %s
        public class Snippet extends io.github.thriveaudience.readme.SnippetContext {
          @Override public void run() throws Exception {
        %s
          }
        }
        """
        .formatted(String.join("\n", imports), checked);
  }

  /** Adds the address of the stubs behind each environment, so that no other host is called. */
  private static String redirected(String code, SnippetServer server) {
    String base = setting("baseUri", server.baseUri());
    String token = setting("tokenUri", server.tokenUri());
    String both = code.contains("Credentials.oauth2") ? base + token : base;
    String redirect = code.contains("AccessTokens.builder") ? token : both;
    return code.replaceAll("\\.environment\\([^()]+\\)", "$0" + redirect);
  }

  private static String setting(String name, URI uri) {
    return ".%s(java.net.URI.create(\"%s\"))".formatted(name, uri);
  }
}
