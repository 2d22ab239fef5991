package com.example.micronaut;

import io.micronaut.runtime.Micronaut;

/** Finds the addresses of audiences. */
final class Application {
  private Application() {}

  public static void main(String... args) {
    Micronaut.run(Application.class, args);
  }
}
