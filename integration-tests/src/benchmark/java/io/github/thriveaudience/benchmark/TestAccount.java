package io.github.thriveaudience.benchmark;

/** What everyone authenticates with, and how large a page everyone asks for. */
final class TestAccount {
  static final String TENANT = "eu-west-2_Benchmark";
  static final String SECRET = "benchmark-secret";
  static final int PAGE_SIZE = 1000;

  private TestAccount() {}
}
