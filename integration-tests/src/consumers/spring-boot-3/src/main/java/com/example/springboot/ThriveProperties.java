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
 * Settings of the client.
 *
 * @param environment for example staging, or production-mea
 * @param baseUri another address, for tests; null for that of the environment
 * @param tenantId the tenant, for authentication
 * @param apiSecret the secret, from the variable THRIVE_API_SECRET
 * @param pageSize members per request
 * @param callTimeout the maximum time of a page, retries included
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

  /** Without the secret, since logs show this text. */
  @Override
  public String toString() {
    return "ThriveProperties[environment=" + environment + ", tenantId=" + tenantId + "]";
  }
}
