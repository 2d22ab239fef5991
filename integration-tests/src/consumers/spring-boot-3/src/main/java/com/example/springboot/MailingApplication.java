package com.example.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sends mail to audiences. */
@SpringBootApplication
public class MailingApplication {
  public static void main(String... args) {
    SpringApplication.run(MailingApplication.class, args);
  }
}
