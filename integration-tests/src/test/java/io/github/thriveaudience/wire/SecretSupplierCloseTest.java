package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.model.AudienceMember;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listings and clients that are closed while a supplier of API secrets is asked. */
@Timeout(60)
class SecretSupplierCloseTest extends RotatingSecretsFixture {
  @Test
  void closingAListingInterruptsTheSupplier() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    builder.credentials(
        () -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.complete(true);
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("no secret");
        });
    try (AudienceMembersClient client = builder.build()) {
      Stream<AudienceMember> members = client.members("tech-team").stream();
      CompletableFuture<Throwable> reading =
          CompletableFuture.supplyAsync(() -> catchThrowable(members::count));
      asked.await();

      members.close();

      assertThat(interrupted.get()).isTrue();
      assertThat(reading.get()).isExactlyInstanceOf(IllegalStateException.class);
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void closingTheClientEndsAListingThatWaitsForItsSupplier() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AudienceMembersClient client =
        builder
            .credentials(
                () -> {
                  asked.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return vault();
                })
            .build();
    CompletableFuture<Throwable> reading =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> client.members("tech-team").readAll()));
    asked.await();

    client.close();

    assertThat(reading.get())
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("this client is closed");
  }
}
