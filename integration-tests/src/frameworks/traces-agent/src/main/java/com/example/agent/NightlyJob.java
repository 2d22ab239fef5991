package com.example.agent;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.util.Map;

/** Counts the members of an audience, in a span. Nothing here is for the spans below it. */
public final class NightlyJob {
  private NightlyJob() {}

  public static void main(String... args) {
    Map<String, String> settings = System.getenv();
    Span job = GlobalOpenTelemetry.getTracer("nightly").spanBuilder("job").startSpan();
    try (Scope current = job.makeCurrent();
        AudienceMembersClient thrive =
            AudienceMembersClient.builder()
                .baseUri(URI.create(settings.get("BASE_URI")))
                .tokenUri(URI.create(settings.get("TOKEN_URI")))
                .credentials(
                    Credentials.oauth2(
                        settings.get("TENANT_ID"),
                        settings.get("CLIENT_ID"),
                        settings.get("CLIENT_SECRET")))
                .pageSize(100)
                .build()) {
      int members = thrive.members(args[0]).parallelism(8).readAll().members().size();
      System.out.println(members + " members");
    } finally {
      job.end();
    }
  }
}
