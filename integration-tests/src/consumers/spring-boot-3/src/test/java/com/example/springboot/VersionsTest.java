package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The client runs with the versions that Spring manages. */
class VersionsTest {
  @Test
  void jacksonIsThatOfSpringBoot() {
    assertThat(new ObjectMapper().version())
        .hasToString(System.getProperty("jackson.of-spring-boot"));
  }

  @Test
  void feignIsThatOfSpringCloud() throws IOException {
    Properties jar = new Properties();
    try (InputStream pom =
        Feign.class.getResourceAsStream(
            "/META-INF/maven/io.github.openfeign/feign-core/pom.properties")) {
      jar.load(pom);
    }

    assertThat(jar).containsEntry("version", System.getProperty("feign.of-spring-cloud"));
  }
}
