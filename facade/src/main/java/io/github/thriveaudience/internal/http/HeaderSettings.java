package io.github.thriveaudience.internal.http;

/**
 * What users do with headers.
 *
 * @param given those of requests
 * @param exposed those of responses
 */
public record HeaderSettings(GivenHeaders given, ExposedHeaders exposed) {

  /** No headers. */
  public HeaderSettings() {
    this(new GivenHeaders(), new ExposedHeaders());
  }

  /** These settings, which later changes do not affect. */
  public HeaderSettings copy() {
    return new HeaderSettings(given.copy(), exposed.copy());
  }
}
