package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Responds for the audiences whose scenarios a test gives. Thread-safe. */
final class ScriptedAudiences {
  private final Map<String, AudienceScript> scripts = new ConcurrentHashMap<>();
  private final Tenant tenant;
  private final CallsOfTests calls;
  private volatile Hold hold = new Hold();

  ScriptedAudiences(Tenant tenant, CallsOfTests calls) {
    this.tenant = tenant;
    this.calls = calls;
  }

  void give(String audience, AudiencePlan plan) {
    scripts.put(audience, new AudienceScript(plan, tenant));
  }

  /** Ends all scenarios, and responds to requests that are held back. */
  void reset() {
    scripts.clear();
    Hold old = hold;
    hold = new Hold();
    old.release();
  }

  boolean have(Request request) {
    return request.getMethod().value().equals("GET") && script(request) != null;
  }

  private @Nullable AudienceScript script(Request request) {
    String audience = MembersPath.audience(request.getUrl());
    return audience == null ? null : scripts.get(audience);
  }

  /** Responds when it is time. */
  ResponseDefinition respond(Request request) {
    Hold present = hold;
    AudienceScript script = script(request);
    if (script == null || calls.isOfEarlierTest(request)) { // its test has ended meanwhile
      return Responses.reset().definition();
    }
    StubResponse response = script.respond(request, MembersPath.query(request));
    present.await(response.delay());
    return response.definition();
  }
}
