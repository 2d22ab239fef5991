package com.example.stubrunner;

import org.springframework.cloud.contract.stubrunner.spring.AutoConfigureStubRunner;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerProperties.StubsMode;

/** The stubs are a test dependency. */
@AutoConfigureStubRunner(
    ids = "io.github.thriveaudience:thrive-audience-api-spec",
    stubsMode = StubsMode.CLASSPATH)
class ClasspathStubsTest extends StubRunnerTest {}
