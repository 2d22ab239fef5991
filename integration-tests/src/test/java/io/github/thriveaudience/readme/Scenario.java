package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.thriveaudience.AudienceMembersClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** How a snippet is run, and what is expected of it. */
interface Scenario {

  void run(Block block, SnippetServer server) throws Exception;

  /** Runs it with nothing left from before, and says of a failure which snippet it is. */
  default void runAsTest(Block block, SnippetServer server) {
    server.reset();
    try {
      run(block, server);
    } catch (AssertionError | Exception e) {
      throw new AssertionError(block.name() + ": " + e.getMessage(), e);
    }
  }

  /** Says what must hold afterwards. */
  interface Check {
    void check(Presupposed snippet, SnippetServer server);
  }

  /**
   * For statements.
   *
   * @param ending what must hold at the end of the snippet, as code that sees its variables
   */
  static Scenario statements(String ending, Check afterwards) {
    return (block, server) -> {
      Presupposed snippet = compiled(block, ending, server);
      try (AudienceMembersClient thrive = server.builder().build()) {
        snippet.thrive = thrive;
        runPrinting(snippet);
        afterwards.check(snippet, server);
      }
    };
  }

  private static Presupposed compiled(Block block, String ending, SnippetServer server)
      throws ReflectiveOperationException {
    String source = Wrapping.statements(Wrapping.redirected(block.text(), server), ending);
    return (Presupposed)
        SnippetCompiler.compile(Wrapping.CLASS, source).getDeclaredConstructor().newInstance();
  }

  private static void runPrinting(Presupposed snippet) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      snippet.run();
    } finally {
      System.setOut(out);
      snippet.printed = printed.toString(StandardCharsets.UTF_8);
    }
  }

  /** The same with something added to the stubs before. */
  default Scenario given(Consumer<SnippetServer> before) {
    return (block, server) -> {
      server.reset();
      before.accept(server);
      run(block, server);
    };
  }

  /** This one, and then another. */
  default Scenario and(Scenario next) {
    return (block, server) -> {
      run(block, server);
      next.run(block, server);
    };
  }

  /** For the body of a JUnit test, all of whose tests must pass. */
  static Scenario junit(int tests) {
    return (block, server) -> {
      Class<?> type = SnippetCompiler.compile(Wrapping.CLASS, Wrapping.members(block.text()));
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build(),
              listener);
      TestExecutionSummary summary = listener.getSummary();
      summary.getFailures().forEach(failure -> rethrow(failure.getException()));
      assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    };
  }

  private static void rethrow(Throwable failure) {
    throw new AssertionError("a test of the snippet fails: " + failure, failure);
  }
}
