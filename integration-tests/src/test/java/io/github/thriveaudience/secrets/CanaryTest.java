package io.github.thriveaudience.secrets;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Leaves what {@link SecretsTest} must find, so that an empty recording is not taken for clean. */
class CanaryTest {
  static final String NAME = "io.github.thriveaudience.canary";

  @Test
  void sings() {
    Logger.getLogger(NAME).log(Level.FINEST, "canary of java.util.logging");
    LoggerFactory.getLogger(NAME).trace("canary of SLF4J");
  }
}
