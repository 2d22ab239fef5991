package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Many listings at once, on platform and virtual threads. The build allows two carrier threads. */
@Tag("long")
class ConcurrentListingsTest {
  private static final int AUDIENCES = 200;
  private static final int MEMBERS = 95;
  private static final String PINNED = "jdk.VirtualThreadPinned";

  @Test
  void listsTwoHundredAudiencesOnPlatformThreads() throws Exception {
    listAll(Executors.newFixedThreadPool(AUDIENCES));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before")
  void listsTwoHundredAudiencesOnVirtualThreads(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pinned.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
      recording.start();

      listAll(ConcurrentTasks.virtualThreads());

      recording.stop();
      recording.dump(file);
    }
    assertThat(RecordingFile.readAllEvents(file))
        .noneMatch(event -> event.getEventType().getName().equals(PINNED));
  }

  private static void listAll(ExecutorService threads) throws Exception {
    try (PagedServer server = new PagedServer(MEMBERS);
        AudienceMembersClient client = PagedServerTest.client(server)) {
      Map<String, MembersSnapshot> listed = new ConcurrentHashMap<>();
      AtomicInteger started = new AtomicInteger();
      ConcurrentTasks.runAll(
          threads,
          AUDIENCES,
          () -> {
            String audience = "team-" + started.incrementAndGet();
            return listed.put(audience, client.members(audience).parallelism(2).readAll());
          });
      assertThat(listed.values())
          .hasSize(AUDIENCES)
          .allMatch(snapshot -> snapshot.report().verdict() == Verdict.CONSISTENT)
          .allMatch(snapshot -> snapshot.members().size() == MEMBERS);
    }
  }
}
