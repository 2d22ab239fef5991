package io.github.thriveaudience.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart with the state of an earlier run. */
abstract class ChangesRun {
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;
  Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("members.jsonl");
  }

  final List<String> printed() {
    return out.toString(UTF_8).lines().toList();
  }

  final int run(String audience, String format) {
    return run(audience, format, null);
  }

  /** As Maven does: what is not set is null. */
  final int run(String audience, String format, String output) {
    return quickstart(out).run(audience, format, "basic", file.toString(), output, "on");
  }

  final Quickstart quickstart(OutputStream output) {
    return new Quickstart(
        Map.of(),
        () -> {
          throw new IllegalStateException("the real API");
        },
        new PrintStream(output, false, UTF_8),
        new PrintStream(err, true, UTF_8),
        false);
  }
}
