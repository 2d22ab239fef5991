package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import io.github.thriveaudience.contract.ContractWatch;

/** WireMock as an API that is written in Java. */
final class Simulators {
  private Simulators() {}

  /** A server that runs, is watched, and leaves every answer to this. */
  static WireMockServer started(ContractWatch watch, ResponseDefinitionTransformerV2 answers) {
    WireMockServer server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(watch, answers));
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    server.start();
    return server;
  }
}
