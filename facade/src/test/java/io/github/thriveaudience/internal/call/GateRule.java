package io.github.thriveaudience.internal.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The rule of this client: its {@link Gate}. */
final class GateRule implements SendingRule {
  /** How late a thread wakes up at most. */
  private static final long LATE = 300_000;

  private final Simulation simulation;
  private final Gate gate;
  private final Map<Page, Place> places = new HashMap<>();

  GateRule(Simulation simulation, double requestsPerSecond) {
    this.simulation = simulation;
    this.gate =
        new Gate(
            requestsPerSecond,
            Duration.ofMinutes(2),
            simulation.random::nextDouble,
            simulation.now());
  }

  /** A ticket that asks again when it is woken. */
  private final class Place extends Ticket {
    private final Page page;
    private boolean asking;

    private Place(Page page) {
      super(page.owner(), true);
      this.page = page;
    }

    @Override
    void wake() {
      if (waiting && !asking) {
        asking = true;
        simulation.at(simulation.now(), this::ask);
      }
    }

    private void ask() {
      asking = false;
      if (inFlight) {
        return;
      }
      GateWait wait = gate.admit(this, simulation.now());
      if (wait == null) {
        simulation.send(GateRule.this, page);
      } else if (wait.nanos() < Duration.ofHours(1).toNanos()) {
        simulation.at(
            simulation.now() + wait.nanos() + (long) (simulation.random.nextDouble() * LATE),
            this::askIfWaiting);
      }
    }

    private void askIfWaiting() {
      if (waiting) {
        ask();
      }
    }
  }

  @Override
  public void request(Page page) {
    Place place = new Place(page);
    places.put(page, place);
    place.ask();
  }

  @Override
  public void accepted(Page page) {
    gate.responded(places.remove(page), simulation.now());
  }

  @Override
  public void refused(Page page, long wait) {
    Place place = places.get(page);
    Refusal refusal = gate.refused(place, 429, wait, simulation.now());
    if (refusal.isFinal()) {
      simulation.fail();
    }
    place.ask();
  }
}
