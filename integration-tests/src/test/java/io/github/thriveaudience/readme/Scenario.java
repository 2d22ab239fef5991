package io.github.thriveaudience.readme;

import io.github.thriveaudience.AudienceMembersClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** How a snippet is run, and what is expected of it. */
interface Scenario {

  void run(Block block, SnippetServer server) throws Exception;

  /** What must hold after the snippet has run. */
  interface Check<T> {
    void check(T snippet, SnippetServer server) throws Exception;
  }

  /** Runs it against the stubs alone; a failure names the snippet. */
  default void runAsTest(Block block, SnippetServer server) {
    server.reset();
    try {
      run(block, server);
    } catch (AssertionError | Exception e) {
      throw new AssertionError(block.name() + ": " + e.getMessage(), e);
    }
  }

  /** For a snippet that is a class. */
  static Scenario type(Check<Class<?>> check) {
    return (block, server) ->
        check.check(SnippetCompiler.compile(new SnippetSource(block).asFile(server)), server);
  }

  /**
   * For a snippet that consists of statements.
   *
   * @param assertions Java code that is added to the snippet and sees its variables
   */
  static Scenario statements(String assertions, Check<SnippetContext> check) {
    return (block, server) -> {
      String source = new SnippetSource(block).asStatements(assertions, server);
      SnippetContext snippet =
          (SnippetContext) SnippetCompiler.compile(source).getDeclaredConstructor().newInstance();
      try (AudienceMembersClient thrive = server.builder().build()) {
        snippet.thrive = thrive;
        snippet.printed = printedBy(snippet);
        check.check(snippet, server);
      }
    };
  }

  private static String printedBy(SnippetContext snippet) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      snippet.run();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
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
