package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All clients list an audience over TLS through the relay. */
class NetworkTest {
  @TempDir private static Path folder;

  private static ChildJvm client;
  private static ChildJvm untrusting;
  private static Network network;

  @BeforeAll
  static void start() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<Path> classes = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    TestCertificate certificate = TestCertificate.create(folder);
    untrusting = new ChildJvm(classes, folder.resolve("processes.log"));
    client = certificate.client(untrusting);
    network = new Network(certificate.server(untrusting), untrusting);
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  @ParameterizedTest
  @EnumSource
  void listsAllMembers(ClientKind kind) throws Exception {
    assertThat(list(client, kind)).isZero();
  }

  /** Otherwise the other test could pass without TLS. */
  @Test
  void refusesTheCertificateWithoutTheTrustStore() throws Exception {
    assertThat(list(untrusting, ClientKind.LOOP)).isNotZero();
  }

  @Test
  void measuresTheTimeOfTheServer() throws Exception {
    String millis = client.run(ServerTimeProgram.class, baseUri()).orThrow().output();

    assertThat(Double.parseDouble(millis)).isPositive();
  }

  private static int list(ChildJvm jvm, ClientKind kind) throws Exception {
    return jvm.run(StreamingProgram.class, kind.id, baseUri(), "2500").status();
  }

  private static String baseUri() {
    return network.baseUris().get(0);
  }
}
