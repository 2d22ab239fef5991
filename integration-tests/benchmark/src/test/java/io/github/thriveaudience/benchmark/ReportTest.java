package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void listsMetAndMissedTargets() {
    Section section =
        new Section(
            "Page",
            "Measured.",
            new Table("client", "time").row("this client", Table.number(1234.56, 1)),
            List.of(Target.atMost("time", 1.0, 1.0), Target.below("allocation", 1.0, 1.0)));

    assertThat(new Report(List.of(section)).toString())
        .contains("| client | time |\n| --- | ---: |\n| this client | 1,234.6 |\n")
        .contains("| time | at most 1.00 | 1.00 | met |")
        .contains("| allocation | below 1.00 | 1.00 | **missed** |");
  }

  @Test
  void omitsTheTargetsOfAMeasurementWithoutAny() {
    Section section = new Section("Weight", "Counted.", new Table("client"), List.of());

    assertThat(new Report(List.of(section)).toString()).doesNotContain("Targets");
  }
}
