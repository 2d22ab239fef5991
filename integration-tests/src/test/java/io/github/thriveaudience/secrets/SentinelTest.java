package io.github.thriveaudience.secrets;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logs lines that {@link SecretsTest} must find, so that an empty recording fails. */
class SentinelTest {
  static final String NAME = "io.github.thriveaudience.sentinel";

  @Test
  void logsWhatTheSearchMustFind() {
    Logger.getLogger(NAME).log(Level.FINEST, "sentinel of java.util.logging");
    LoggerFactory.getLogger(NAME).trace("sentinel of SLF4J");
  }
}
