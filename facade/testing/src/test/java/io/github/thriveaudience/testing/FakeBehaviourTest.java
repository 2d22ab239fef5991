package io.github.thriveaudience.testing;

import org.junit.jupiter.api.Nested;

/** The fake client behaves as the one that calls the API: see {@link StubsBehaviourTest}. */
class FakeBehaviourTest {
  private static final Clients FAKE = new FakeClients();

  @Nested
  class Reading extends ReadingBehaviour {
    Reading() {
      super(FAKE);
    }
  }

  @Nested
  class Resume extends ResumeBehaviour {
    Resume() {
      super(FAKE);
    }
  }

  @Nested
  class Changes extends ChangesBehaviour {
    Changes() {
      super(FAKE);
    }
  }

  @Nested
  class OfEach extends OfEachBehaviour {
    OfEach() {
      super(FAKE);
    }
  }

  @Nested
  class Failure extends FailureBehaviour {
    Failure() {
      super(FAKE);
    }
  }

  @Nested
  class Argument extends ArgumentBehaviour {
    Argument() {
      super(FAKE);
    }
  }
}
