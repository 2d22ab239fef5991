package com.example.quarkus;

import io.github.thriveaudience.testing.ThriveStubs;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The stubs, which start before the application and tell it their address. */
public final class Stubs implements QuarkusTestResourceLifecycleManager {
  private final ThriveStubs stubs = ThriveStubs.start();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "thrive.base-uri", stubs.url().toString(),
        "thrive.tenant-id", ThriveStubs.TENANT_ID,
        "thrive.api-secret", ThriveStubs.API_SECRET);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(stubs, new TestInjector.MatchesType(ThriveStubs.class));
  }

  @Override
  public void stop() {
    stubs.close();
  }
}
