package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What users' code and tests can rely on. */
class AudiencesSummaryTest {
  private final ServerErrorException failure =
      new ServerErrorException("The server failed.", ApiError.of(500));

  private static TraversalReport report(Verdict verdict) {
    return TraversalReport.builder().verdict(verdict).members(7).build();
  }

  private AudiencesSummaryBuilder each() {
    return AudiencesSummary.builder()
        .read("a", report(Verdict.CONSISTENT))
        .notFound("b")
        .failed("c", failure)
        .unfinished("d")
        .notBegun("e");
  }

  @Test
  void hasFiveGroups() {
    AudiencesSummary summary = each().build();

    assertThat(summary.read()).containsOnlyKeys("a").containsValue(report(Verdict.CONSISTENT));
    assertThat(summary.notFound()).containsExactly("b");
    assertThat(summary.failed()).containsOnlyKeys("c");
    assertThat(summary.unfinished()).containsExactly("d");
    assertThat(summary.notBegun()).containsExactly("e");
  }

  @Test
  void isOneLine() {
    assertThat(each().build())
        .hasToString(
            "AudiencesSummary[5 audiences: 1 read: \"a\"; 1 not found: \"b\";"
                + " 1 failed: \"c\" (ServerErrorException); 1 unfinished: \"d\";"
                + " 1 not begun: \"e\"]");
    assertThat(AudiencesSummary.builder().read("two\nlines", report(Verdict.CONSISTENT)).build())
        .hasToString("AudiencesSummary[1 audience: 1 read: \"two?lines\"]");
  }

  @Test
  void countsTheVerdictsThatAreNotConsistent() {
    assertThat(
            AudiencesSummary.builder()
                .read("a", report(Verdict.INCOMPLETE))
                .read("b", report(Verdict.CONSISTENT))
                .read("c", report(Verdict.DRIFTED))
                .read("d", report(Verdict.DRIFTED))
                .build())
        .hasToString(
            "AudiencesSummary[4 audiences: 4 read (2 DRIFTED, 1 INCOMPLETE):"
                + " \"a\", \"b\", \"c\", \"d\"]");
  }

  @Test
  void namesTenAudiencesOfAGroup() {
    AudiencesSummaryBuilder many = AudiencesSummary.builder();
    for (int i = 1; i <= 10; i++) {
      many.notFound("n" + i);
    }
    assertThat(many.build()).asString().endsWith("\"n9\", \"n10\"]");

    for (int i = 11; i <= 300; i++) {
      many.notFound("n" + i);
    }

    assertThat(many.build())
        .asString()
        .startsWith("AudiencesSummary[300 audiences: 300 not found: \"n1\", \"n2\",")
        .endsWith("\"n9\", \"n10\" and 290 more]");
  }

  @Test
  void isCompleteIfAllWereRead() {
    AudiencesSummaryBuilder read = AudiencesSummary.builder().read("x", report(Verdict.CONSISTENT));
    assertThat(read.build().isComplete()).isTrue();
    assertThat(read.build().isConsistent()).isTrue();

    assertThat(read.read("y", report(Verdict.DRIFTED)).build().isComplete()).isTrue();
    assertThat(read.build().isConsistent()).isFalse();
  }

  @Test
  void isIncompleteIfOneWasNotRead() {
    assertThat(
            Set.of(
                AudiencesSummary.builder().notFound("x").build(),
                AudiencesSummary.builder().failed("x", failure).build(),
                AudiencesSummary.builder().unfinished("x").build(),
                AudiencesSummary.builder().notBegun("x").build()))
        .hasSize(4)
        .noneMatch(AudiencesSummary::isComplete)
        .noneMatch(AudiencesSummary::isConsistent);
  }

  @Test
  void isEqualByValue() {
    assertThat(each().build()).isEqualTo(each().build()).hasSameHashCodeAs(each().build());
    assertThat(each().build()).isNotEqualTo(each().notBegun("f").build());
    assertThat(failed(failure))
        .isNotEqualTo(failed(new RateLimitedException("The server failed.", ApiError.of(429))))
        .isNotEqualTo(failed(new ServerErrorException("Another one.", ApiError.of(500))));
  }

  private static AudiencesSummary.Failure failed(ThriveException why) {
    return AudiencesSummary.builder().failed("c", why).build().failed().get("c");
  }

  @Test
  void aFailureSaysWhatHappened() {
    assertThat(failed(failure).type()).isEqualTo(ServerErrorException.class);
    assertThat(failed(failure).message()).isEqualTo("The server failed.");
    assertThat(failed(failure)).hasToString("ServerErrorException: The server failed.");
  }

  @Test
  void isImmutable() {
    AudiencesSummaryBuilder builder = each();
    AudiencesSummary summary = builder.build();
    builder.notFound("later");

    assertThat(summary).isEqualTo(each().build());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> summary.read().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> summary.notFound().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> summary.failed().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> summary.unfinished().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> summary.notBegun().clear());
  }

  @Test
  void hasEachAudienceOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> each().notBegun("a"))
        .withMessage("\"a\" was added before");
  }

  @Test
  void mostExceptionsHaveNone() {
    assertThat(AudiencesSummary.of(failure)).isEmpty();
    assertThat(AudiencesSummary.of(new IllegalStateException())).isEmpty();
  }

  @Test
  void isNotSerializedWithTheExceptionThatCarriesIt() throws Exception {
    IllegalStateException carrier = new IllegalStateException();
    carrier.addSuppressed(new AudiencesReadSoFar(each().build()));
    assertThat(AudiencesSummary.of(carrier)).contains(each().build());

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(carrier);
    Throwable copy =
        (Throwable)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(AudiencesSummary.of(copy)).isEmpty();
    assertThat(copy.getSuppressed()[0]).hasMessage(each().build().inWords());
  }
}
