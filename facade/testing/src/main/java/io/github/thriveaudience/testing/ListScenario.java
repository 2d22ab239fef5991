package io.github.thriveaudience.testing;

import java.util.function.Consumer;

/** Says which members are listed, and how. */
final class ListScenario extends Scenario {
  private final Consumer<PlanBuilder> setting;

  ListScenario(String name, String call, Consumer<PlanBuilder> setting) {
    super(name, call);
    this.setting = setting;
  }

  @Override
  void addTo(PlanBuilder plan) {
    setting.accept(plan);
  }
}
