package io.github.thriveaudience.readme;

import io.github.thriveaudience.AudienceMembersClient;
import java.util.function.Consumer;

/** How a snippet is run, and what is expected of it. */
interface Scenario {

  void run(Block block, SnippetServer server) throws Exception;

  /** Runs it against the stubs alone; a failure names the snippet. */
  default void runAsTest(Block block, SnippetServer server) {
    server.reset();
    try {
      run(block, server);
    } catch (AssertionError | Exception e) {
      throw new AssertionError(block.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * For a snippet that consists of statements.
   *
   * @param assertions Java code that follows the snippet and sees its variables
   */
  static Scenario statements(String assertions) {
    return (block, server) -> {
      String source = new SnippetSource(block).asStatements(assertions, server);
      SnippetContext snippet =
          (SnippetContext) SnippetCompiler.compile(source).getDeclaredConstructor().newInstance();
      try (AudienceMembersClient thrive = server.builder().build()) {
        snippet.run(thrive, server);
      }
    };
  }

  /** What must hold for a snippet that is a class. */
  interface TypeCheck {
    void check(Class<?> type, SnippetServer server) throws Exception;
  }

  /** For a snippet that is a class. */
  static Scenario type(TypeCheck check) {
    return (block, server) ->
        check.check(SnippetCompiler.compile(new SnippetSource(block).asFile(server)), server);
  }

  /** The same with responses that are added to the stubs before. */
  default Scenario given(Consumer<SnippetServer> responses) {
    return (block, server) -> {
      server.reset();
      responses.accept(server);
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
}
