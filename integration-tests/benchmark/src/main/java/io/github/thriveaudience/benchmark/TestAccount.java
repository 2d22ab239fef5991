package io.github.thriveaudience.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The credentials and the page size that all clients use. */
final class TestAccount {
  static final String TENANT = "eu-west-2_Benchmark";
  static final String SECRET = "benchmark-secret";
  static final int PAGE_SIZE = 1000;

  private TestAccount() {}

  /**
   * The value of an {@code Authorization} header, for clients that do not compute it themselves.
   */
  static String authorization() {
    String pair = TENANT + ':' + SECRET;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
