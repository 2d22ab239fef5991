package io.github.thriveaudience;

import io.github.thriveaudience.error.ThriveException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records what a handler is handed.
 *
 * @param <T> what is read of an audience
 */
class RecordedAudiences<T> implements AudienceHandler<T> {
  final Map<String, T> read = new LinkedHashMap<>();
  final Map<String, ThriveException> failed = new LinkedHashMap<>();

  @Override
  public void read(String audience, T result) {
    read.put(audience, result);
  }

  @Override
  public void failed(String audience, ThriveException failure) {
    failed.put(audience, failure);
  }
}
