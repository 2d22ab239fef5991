package io.github.thriveaudience.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The client that calls the API, on the stubs. */
class StubsBehaviourTest {
  private static final StubClients STUBS = new StubClients();

  @AfterAll
  static void stop() {
    STUBS.close();
  }

  @Nested
  class Reading extends ReadingBehaviour {
    Reading() {
      super(STUBS);
    }
  }

  @Nested
  class Resume extends ResumeBehaviour {
    Resume() {
      super(STUBS);
    }
  }

  @Nested
  class Changes extends ChangesBehaviour {
    Changes() {
      super(STUBS);
    }
  }

  @Nested
  class OfEach extends OfEachBehaviour {
    OfEach() {
      super(STUBS);
    }
  }

  @Nested
  class Failure extends FailureBehaviour {
    Failure() {
      super(STUBS);
    }
  }

  @Nested
  class Argument extends ArgumentBehaviour {
    Argument() {
      super(STUBS);
    }
  }
}
