package com.example.traces;

import brave.ScopedSpan;
import brave.Tracing;
import io.github.thriveaudience.AudienceMembersClient;

/** Counts the members of an audience, in a span of its own. */
public record Job(Tracing tracing, AudienceMembersClient thrive) {
  public int count(String audience) {
    ScopedSpan job = tracing.tracer().startScopedSpan("job");
    try {
      return thrive.members(audience).parallelism(8).readAll().members().size();
    } finally {
      job.finish();
    }
  }
}
