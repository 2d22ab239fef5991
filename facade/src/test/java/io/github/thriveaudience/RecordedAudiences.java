package io.github.thriveaudience;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records what a handler is handed. */
class RecordedAudiences implements AudienceHandler<MembersSnapshot> {
  final Map<String, MembersSnapshot> read = new LinkedHashMap<>();
  final Map<String, ThriveException> failed = new LinkedHashMap<>();

  @Override
  public void read(String audience, MembersSnapshot result) {
    read.put(audience, result);
  }

  @Override
  public void failed(String audience, ThriveException failure) {
    failed.put(audience, failure);
  }
}
