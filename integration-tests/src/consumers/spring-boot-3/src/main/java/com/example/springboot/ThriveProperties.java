package com.example.springboot;

import io.github.thriveaudience.ThriveEnvironment;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Thrive.
 *
 * @param environment staging, say, or production-mea
 * @param baseUri another address, for tests; null for the environment's
 * @param tenantId with the secret, what to authenticate with
 * @param apiSecret best from the variable THRIVE_API_SECRET
 * @param pageSize members asked for in one request
 * @param callTimeout the most that a page may take
 */
@Validated
@ConfigurationProperties("thrive")
record ThriveProperties(
    @DefaultValue("production") ThriveEnvironment environment,
    URI baseUri,
    @NotBlank String tenantId,
    @NotBlank String apiSecret,
    @DefaultValue("1000") @Min(1) @Max(1000) int pageSize,
    @DefaultValue("2m") Duration callTimeout) {

  /** Without the secret: it ends up in logs. */
  @Override
  public String toString() {
    return "ThriveProperties[environment=" + environment + ", tenantId=" + tenantId + "]";
  }
}
