package io.github.thriveaudience.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.function.Predicate;

/** The stubs of the API spec, and those that respond in their place. */
final class SpecMappings implements MappingsSource {
  /** The priorities of the spec's stubs that these precede: of rejections, bounds and tokens. */
  private static final int REJECTION = 1;

  private static final int AUDIENCE = 3;
  private static final int TOKEN = 5;

  private final List<String> files = StubFiles.read();
  private final Tenant tenant;
  private final ScriptedAudiences audiences;

  SpecMappings(Tenant tenant, ScriptedAudiences audiences) {
    this.tenant = tenant;
    this.audiences = audiences;
  }

  /** The later one precedes an earlier one of the same priority. */
  @Override
  public void loadMappingsInto(StubMappings mappings) {
    files.forEach(json -> mappings.addMapping(StubMapping.buildFrom(json)));
    mappings.addMapping(
        scripted("Credentials that are no longer good", REJECTION, this::isRejected));
    mappings.addMapping(scripted("An audience with scenarios", AUDIENCE, audiences::have));
    mappings.addMapping(scripted("A token", TOKEN, ScriptedResponses::isForToken));
  }

  private boolean isRejected(Request request) {
    return ScriptedResponses.isForToken(request)
        ? tenant.isRevoked()
        : isApi(request) && tenant.rejects(request);
  }

  private static boolean isApi(Request request) {
    return request.getUrl().startsWith("/rest/v1/");
  }

  private static StubMapping scripted(String name, int priority, Predicate<Request> condition) {
    return requestMatching(request -> MatchResult.of(condition.test(request)))
        .withName(name)
        .atPriority(priority)
        .willReturn(aResponse().withTransformers(ScriptedResponses.NAME))
        .build();
  }

  @Override
  public void save(List<StubMapping> mappings) {}

  @Override
  public void save(StubMapping mapping) {}

  /** Nothing calls it, but it is abstract still. */
  @Override
  @SuppressWarnings("removal")
  public void remove(StubMapping mapping) {}

  @Override
  public void removeAll() {}
}
