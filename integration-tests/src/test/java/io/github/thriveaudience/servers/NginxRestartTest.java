package io.github.thriveaudience.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nginx stops and starts again seconds later, in real time and with the client's defaults. */
@RealServer("nginx")
class NginxRestartTest {
  private static final Executor LATER = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

  private final Upstream upstream = new Upstream();
  private final Nginx nginx = Nginx.http(Nginx.proxyTo(upstream.port()));

  @AfterEach
  void close() {
    nginx.close();
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32})
  void completesAListing(int parallelism) throws Exception {
    List<AudienceMember> members = new ArrayList<>();
    CountDownLatch back = new CountDownLatch(1);
    try (AudienceMembersClient client = Clients.of(nginx.baseUri()).pageSize(2).build()) {
      client
          .members("tech-team")
          .parallelism(parallelism)
          .onProgress(
              page -> {
                if (page.page() == 20) {
                  nginx.stop();
                  LATER.execute(() -> start(back));
                }
              })
          .read(members::add);
    }

    assertThat(back.await(20, TimeUnit.SECONDS)).as("nginx was restarted").isTrue();
    Clients.assertComplete(members);
  }

  private void start(CountDownLatch back) {
    nginx.start();
    back.countDown();
  }

  @Test
  void obtainsAToken() {
    nginx.stop();
    CompletableFuture<Void> back = CompletableFuture.runAsync(nginx::start, LATER);
    try (AudienceMembersClient client =
        Clients.of(nginx.baseUri())
            .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", "client-secret"))
            .tokenUri(nginx.tokenUri())
            .build()) {
      assertThat(client.members("tech-team").page(1).members()).hasSize(10);
    } finally {
      back.join();
    }
  }
}
