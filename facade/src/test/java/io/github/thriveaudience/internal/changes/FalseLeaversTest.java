package io.github.thriveaudience.internal.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.changes.ChurningAudience.Fault;
import io.github.thriveaudience.listing.ChangePolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Members of an audience that changes all the time, who must not seem to have left. 100,000
 * histories with {@code -Dsoak}, else a fiftieth of them.
 */
@Tag("long")
class FalseLeaversTest {
  private static final int EACH = Boolean.getBoolean("soak") ? 16_700 : 334;
  private static final ChangePolicy UNGUARDED = ChangePolicy.defaults().withoutGuard();

  @ParameterizedTest
  @Timeout(900)
  @CsvSource({"1, NONE", "1, TRANSPORT", "1, FILTER", "5, NONE", "5, TRANSPORT", "5, FILTER"})
  void whoStayedHasNotLeftAndWhoLeftIsNotForgotten(int maxChanges, Fault fault) {
    Histories histories = new Histories(maxChanges, fault, UNGUARDED).run(EACH);

    int allowed = maxChanges == 1 ? 0 : histories.falseLeaversOfOneReading() / 5_000;
    assertThat(histories.falseLeavers()).as("%s", histories).isLessThanOrEqualTo(allowed);
    assertThat(histories.forgottenLeavers()).as("%s", histories).isZero();
    assertThat(histories.falseLeaversOfOneReading()).as("%s", histories).isGreaterThan(EACH);
    assertThat(histories.confirmedLeavers()).as("%s", histories).isGreaterThan(EACH / 10);
  }

  /** Else the histories would prove nothing. */
  @Test
  void oneConsistentReadingIsNoProof() {
    ChangePolicy once = UNGUARDED.withConfirmations(1);

    Histories histories = new Histories(5, Fault.NONE, once).run(1_000);

    assertThat(histories.falseLeavers()).as("%s", histories).isPositive();
  }
}
