package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an application prints that does not start. */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page-size=1001                    | page-size: must be 1 to 1000, but was 1001
          environment=pruduction            | environment: must be one of production, staging, production-mea, staging-mea
          call-timeout=http://u:the-secret@x | call-timeout: must be a duration
          proxy=http://u:the-secret@proxy   | proxy: must be set by the properties below it
          api-secret=                       | api-secret: must be set
          api-secret=${NOWHERE}             | api-secret: refers to ${NOWHERE}, which is not set
          client-id=a                       | api-secret: must not be set together with client-id
          ssl.bundle=unknown                | ssl.bundle: must be the name of an SSL bundle
          http-client=unknown               | http-client: must be the name of a bean
          """)
  void namesTheProperty(String property, String message, CapturedOutput output) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "thrive.audience.tenant-id", "a",
                "thrive.audience.api-secret", "the-secret",
                "spring.main.web-application-type", "none",
                "debug", "true"));
    properties.put(
        "thrive.audience." + property.replaceFirst("=.*", ""), property.replaceFirst(".*?=", ""));
    String[] arguments =
        properties.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);

    assertThatThrownBy(() -> SpringApplication.run(MailingApplication.class, arguments).close())
        .isNotNull();

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("thrive.audience." + message)
        .contains("thrive.audience.enabled=false")
        .doesNotContain("the-secret");
  }
}
