package io.github.thriveaudience.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.internal.call.NonRetryableException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the failures of a supplier of credentials. */
@Timeout(60)
class SuppliedCredentialsFailureTest extends SuppliedCredentialsFixture {
  @Test
  void namesTheSupplierAndKeepsTheCauseAndIsNotKept() {
    IllegalStateException down = new IllegalStateException("the vault is down");
    answer =
        () -> {
          throw down;
        };

    for (int i = 1; i <= 2; i++) {
      assertThatThrownBy(this::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessage(
              "The supplier of the credentials failed with a java.lang.IllegalStateException, so"
                  + " no request was sent.")
          .hasCause(down);
      assertThat(asks).hasValue(i);
    }
    answer = () -> secret(3);
    assertThat(current()).isEqualTo(secret(3));
  }

  @Test
  void mayBeCheckedOrAnErrorWhichPassesUnchanged() {
    IOException checked = new IOException("gone");
    answer = () -> thrown(checked);
    assertThatThrownBy(this::current).hasCause(checked);

    Error error = new StackOverflowError();
    answer = () -> thrown(error);
    assertThatThrownBy(this::current).isSameAs(error);

    answer = () -> secret(3);
    assertThat(current()).isEqualTo(secret(3));
  }

  @Test
  void isAnAnswerThatIsNull() {
    answer = () -> null;

    assertThatThrownBy(this::current)
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessage(
            "The supplier of the credentials returned what cannot be used: null. No request was"
                + " sent.")
        .hasNoCause();
  }

  @Test
  void isAnAnswerOfAnotherTenant() {
    CheckedCredentials first = current();
    answer = () -> new Secret("hush-hush", "other");

    assertRefused(first, "they have another Tenant ID than before");
  }

  @Test
  void isAnAnswerOfAnotherKind() {
    AtomicReference<CheckedCredentials> next = new AtomicReference<>(secret(1));
    SuppliedCredentials ofTwoKinds =
        new SuppliedCredentials(
            new SupplierAnswers<>(next::get, Function.<CheckedCredentials>identity()),
            time,
            lifetime);
    CheckedCredentials first = ofTwoKinds.current(() -> MINUTE);
    next.set(new OtherKind("tenant"));

    assertThat(
            ((NonRetryableException)
                    catchThrowable(() -> ofTwoKinds.replace(first::equals, () -> MINUTE)))
                .failure())
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessageContaining("they are of another kind than before");
    assertThat(ofTwoKinds.current(() -> MINUTE)).isSameAs(first);
  }

  private void assertRefused(CheckedCredentials first, String why) {
    assertThat(((NonRetryableException) catchThrowable(() -> replace(first))).failure())
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessageStartingWith(
            "The supplier of the credentials returned what cannot be used: " + why)
        .hasMessageNotContaining("hush");
    assertThat(current()).isSameAs(first);
  }

  @Test
  void isSharedByTheCallsThatWait() throws Exception {
    IllegalStateException down = new IllegalStateException("the vault is down");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    answer =
        () -> {
          asked.countDown();
          await(fail);
          throw down;
        };
    List<CompletableFuture<Throwable>> calls =
        IntStream.range(0, 5).mapToObj(i -> caught(null)).toList();
    await(asked);
    awaitParked(5);

    fail.countDown();

    for (CompletableFuture<Throwable> call : calls) {
      assertThat(call.get()).isExactlyInstanceOf(SupplierFailedException.class).hasCause(down);
    }
    assertThat(calls).extracting(CompletableFuture::join).doesNotHaveDuplicates();
    assertThat(asks).hasValue(1);
  }

  record OtherKind(String tenantId) implements CheckedCredentials {
    @Override
    public boolean isOfSameKind(Object unchecked) {
      return unchecked instanceof OtherKind;
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T thrown(Throwable failure) throws E {
    throw (E) failure;
  }
}
