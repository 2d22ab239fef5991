package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long the stubs of a field run, and for which tests. */
class LifecycleTest extends LifecycleFixture {
  @TestMethodOrder(MethodName.class)
  static class InAStaticField {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    static AudienceMembersClient shared;

    @BeforeAll
    static void share() {
      USED.add(STUBS);
      shared = STUBS.client();
      CLIENTS.add(shared);
    }

    @Test
    void first() {
      STUBS.given("a-team", members(1));
      AudienceMembersClient client = STUBS.oauthClient();
      CLIENTS.add(client);
      assertThat(client.members("a-team").stream()).hasSize(1);
      assertThat(STUBS.oauthClient()).isSameAs(client);
      assertThat(STUBS.requests()).hasSize(2);
    }

    @Test
    void second() {
      assertThat(STUBS.requests()).as("requests of the other test").isEmpty();
      isClosed(CLIENTS.get(1));
      assertThatThrownBy(() -> shared.members("a-team").page(1)).hasMessageContaining("404");
      assertThat(STUBS.client()).isNotSameAs(shared);
    }

    @Nested
    class Inside {
      @Test
      void sharesTheServer() {
        assertThat(shared.members("tech-team").stream()).hasSize(250);
      }
    }

    @Nested
    class InsideToo {
      @Test
      void sharesTheServer() {
        assertThat(shared.members("tech-team").stream()).hasSize(250);
      }
    }
  }

  @Test
  void aStaticFieldIsForAllTestsOfItsClass() {
    succeed(run(InAStaticField.class), 4);
  }

  static class InAField {
    @RegisterExtension final ThriveStubs stubs = ThriveStubs.start();

    @Test
    void first() {
      use();
    }

    @Test
    void second() {
      use();
    }

    private void use() {
      USED.add(stubs);
      CLIENTS.add(stubs.client());
      assertThat(stubs.client().members("tech-team").stream()).hasSize(250);
      assertThat(stubs.requests()).hasSize(3);
    }
  }

  @Test
  void aFieldIsForOneTest() {
    succeed(run(InAField.class), 2);
    assertThat(USED).doesNotHaveDuplicates();
  }

  @Test
  void testsWithAFieldEachRunInParallel() {
    succeed(run(IN_PARALLEL, InAField.class), 2);
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InAFieldOfOneInstance extends InAField {}

  @Test
  void aFieldOfOneInstanceIsForAllTestsOfItsClass() {
    succeed(run(InAFieldOfOneInstance.class), 2);
  }

  abstract static class Base {
    @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

    @Test
    void reads() {
      USED.add(STUBS);
      assertThat(STUBS.client().members("tech-team").stream()).hasSize(250);
    }
  }

  static class One extends Base {}

  static class Other extends Base {}

  @Test
  void aBaseClassIsForAllThatExtendIt() {
    succeed(run(One.class, Other.class), 2);
  }

  @Test
  void withoutJunitItRunsUntilItIsClosed() {
    ThriveStubs stubs = ThriveStubs.start();
    AudienceMembersClient client = stubs.client();
    assertThat(client.members("tech-team").stream()).hasSize(250);

    stubs.close();
    stubs.close();

    isStopped(stubs);
    isClosed(client);
    assertThatThrownBy(stubs::client).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stubs.given("team")).isInstanceOf(IllegalStateException.class);
  }
}
