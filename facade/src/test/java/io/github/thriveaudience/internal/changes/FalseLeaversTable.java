package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.internal.changes.ChurningAudience.Fault;
import io.github.thriveaudience.listing.ChangePolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Prints how many members seem to have left who did not, by what is taken for proof. */
@Tag("table")
@Timeout(1_800)
class FalseLeaversTable {
  private static final int EACH = 16_700;

  @Test
  void print() {
    System.out.println(
        "| policy | changes between requests | histories | false leavers | of one reading | sorted"
            + " lists alone | leavers proven, % | readings |\n|---|---|---|---|---|---|---|---|");
    policies().forEach(FalseLeaversTable::print);
  }

  private static Map<String, ChangePolicy> policies() {
    ChangePolicy defaults = ChangePolicy.defaults().withoutGuard();
    Map<String, ChangePolicy> policies = new LinkedHashMap<>();
    policies.put("`withConfirmations(1)`", defaults.withConfirmations(1));
    policies.put("`withConfirmations(2)`", defaults.withConfirmations(2));
    policies.put("default", defaults);
    policies.put("`acceptingDrift(3)`", defaults.acceptingDrift(3));
    policies.put("`acceptingDrift(5)`", defaults.acceptingDrift(5));
    return policies;
  }

  private static void print(String name, ChangePolicy policy) {
    for (int maxChanges : new int[] {1, 5}) {
      Histories histories = new Histories(maxChanges, Fault.NONE, policy);
      for (Fault fault : Fault.values()) {
        histories = histories.plus(new Histories(maxChanges, fault, policy).run(EACH));
      }
      System.out.println("| " + name + " | 0 to " + maxChanges + " | " + histories.row() + " |");
    }
  }
}
