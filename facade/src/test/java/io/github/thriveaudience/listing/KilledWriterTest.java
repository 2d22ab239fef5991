package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes a state leaves the old or the new one. */
@Tag("long")
class KilledWriterTest {
  private static final int KILLS = Boolean.getBoolean("soak") ? 200 : 20;

  private static final long SEED = new Random().nextLong();

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void leavesTheOldOrTheNewState() throws Exception {
    Path file = folder.resolve("state.jsonl");
    Writer.STATES[0].write(file);

    for (int kill = 0; kill < KILLS; kill++) {
      killAtARandomMoment(file);

      assertThat(MembershipState.read(file)).as("seed %d", SEED).isIn((Object[]) Writer.STATES);
    }

    // Otherwise no process was killed while it wrote.
    assertThat(temporaryFiles()).isBetween(1L, (long) KILLS);
  }

  private long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".tmp")).count();
    }
  }

  private void killAtARandomMoment(Path file) throws Exception {
    Process writer = start(file);
    try {
      InputStream written = writer.getInputStream();
      long last = System.nanoTime();
      long writing = 0;
      for (int write = random.nextInt(10); write >= 0; write--) {
        assertThat(written.read()).as("a state was written").isNotNegative();
        writing = System.nanoTime() - last;
        last = System.nanoTime();
      }
      spin((long) (random.nextDouble() * Math.min(writing, 20_000_000)));
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void spin(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Writer.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Writes one state after the other, and a byte to standard output after each. */
  static final class Writer {
    static final MembershipState[] STATES = {state("EU", 3000), state("US", 2000)};

    private Writer() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      for (int write = 1; ; write++) {
        STATES[write % 2].write(file);
        System.out.write(1);
        System.out.flush();
      }
    }

    private static MembershipState state(String environment, int members) {
      return MembershipState.of(
          "sales",
          environment,
          Instant.EPOCH,
          Verdict.CONSISTENT,
          IntStream.range(0, members).mapToObj(Writer::member).toList());
    }

    private static AudienceMember member(int id) {
      return AudienceMember.builder().userId("u" + id).email(id + "@example.com").build();
    }
  }
}
