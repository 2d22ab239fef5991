package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Responds in place of the spec's stubs: issues and rejects tokens, and plays scenarios. */
final class ScriptedResponses implements ResponseDefinitionTransformerV2 {
  static final String NAME = "thrive-scenarios";

  private final Tenant tenant;
  private final ScriptedAudiences audiences;

  ScriptedResponses(Tenant tenant, ScriptedAudiences audiences) {
    this.tenant = tenant;
    this.audiences = audiences;
  }

  static boolean isForToken(Request request) {
    return request.getUrl().equals("/oauth2/token/" + Tenant.ID)
        && request.getMethod().value().equals("POST");
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    if (isForToken(request)) {
      return (tenant.isRevoked() ? Responses.invalidClient() : tenant.issue(request)).definition();
    }
    return tenant.rejects(request)
        ? Responses.unauthorized().definition()
        : audiences.respond(request);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }
}
