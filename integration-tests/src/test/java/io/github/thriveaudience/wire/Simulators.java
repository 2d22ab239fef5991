package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import io.github.thriveaudience.contract.ContractValidator;

/** Starts WireMock servers whose responses are computed in Java. */
final class Simulators {
  private Simulators() {}

  /** A validated server that takes every response from this transformer. */
  static WireMockServer start(
      ContractValidator validator, ResponseDefinitionTransformerV2 responses) {
    WireMockServer server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(validator, responses));
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    server.start();
    return server;
  }
}
