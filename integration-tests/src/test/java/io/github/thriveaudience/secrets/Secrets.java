package io.github.thriveaudience.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/** Secrets and tokens of all tests, and headers that are made of them. */
final class Secrets {
  private static final List<String> ALL =
      List.of(
          "hush",
          "quickstart-secret",
          "quickstart-client-secret",
          "quickstart-access-token",
          base64("eu-west-2_Tenant:hush-hush"),
          base64("client:hush-hush"),
          base64("eu-west-2_Quickstart:quickstart-secret"),
          base64("quickstart-client:quickstart-client-secret"));

  private Secrets() {}

  static boolean areIn(String text) {
    return ALL.stream().anyMatch(text::contains);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
