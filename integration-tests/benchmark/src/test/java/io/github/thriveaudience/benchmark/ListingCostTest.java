package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ListingCostTest {
  @Test
  void isTheSameAfterPrintingAndParsing() {
    ListingCost cost = new ListingCost("20-first-4", 612.5, 130);

    assertThat(ListingCost.parse(cost.toString())).isEqualTo(cost);
  }

  @Test
  void refusesAListingThatIsNotWhole() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ListingCost.measure("name", 2, members -> members.accept("one")));
  }

  @Test
  void collectsTheMediansByListing() {
    ListingCosts costs = new ListingCosts();
    costs.add("a 3.0 30.0\nb 7.0 70.0\na 1.0 10.0\n");
    costs.add("a 2.0 20.0");

    assertThat(costs.millis("a").median()).isEqualTo(2);
    assertThat(costs.cpuMillis("a").median()).isEqualTo(20);
    assertThat(costs.millis("b").median()).isEqualTo(7);
  }
}
