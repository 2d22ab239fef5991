package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All clients read the same members from the page server. */
class MeasuredClientTest {
  private static final int MEMBERS = 2_500;
  private static final String AUDIENCE = PageRequest.audience(MEMBERS, 0);
  private static final String FIRST = "63f8c5361b9c80d310000000";

  @TempDir private static Path folder;

  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<Path> classes = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    server = ServerProcess.http(new ChildJvm(classes, folder.resolve("server.log")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void readsAllMembersInOrder(ClientKind kind) throws Exception {
    List<String> userIds = new ArrayList<>();
    try (MeasuredClient client = open(kind)) {
      client.list(AUDIENCE, userIds::add);
    }

    assertThat(userIds).hasSize(MEMBERS).isSorted().doesNotHaveDuplicates();
    assertThat(userIds).first().isEqualTo(FIRST);
  }

  @ParameterizedTest
  @EnumSource
  void readsTheFirstMember(ClientKind kind) throws Exception {
    try (MeasuredClient client = open(kind)) {
      assertThat(client.first(AUDIENCE)).isEqualTo(FIRST);
    }
  }

  private static MeasuredClient open(ClientKind kind) {
    return MeasuredClient.open(kind.id, URI.create(server.baseUri().toString()));
  }
}
