package com.example.nightly;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Reads an audience each night. */
@SpringBootApplication
@EnableScheduling
public class NightlyApplication {
  public static void main(String... args) {
    SpringApplication.run(NightlyApplication.class, args);
  }
}
