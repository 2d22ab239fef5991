package com.example.stubrunner;

import org.springframework.cloud.contract.stubrunner.spring.AutoConfigureStubRunner;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerProperties.StubsMode;

/** The stubs are in the local repository; {@code +} is the newest version there. */
@AutoConfigureStubRunner(
    ids = "io.github.thriveaudience:thrive-audience-api-spec:+:stubs",
    stubsMode = StubsMode.LOCAL)
class LocalStubsTest extends StubRunnerTest {}
