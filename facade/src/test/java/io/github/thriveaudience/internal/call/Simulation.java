package io.github.thriveaudience.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Clients that list audiences on a server with a rate limit, as discrete events in simulated time:
 * seeded, without threads and without waits.
 */
final class Simulation {
  /** What a caller and a client take for a page: a client is never as fast as its server. */
  private static final long THINKING = 3_000_000;

  private static final double SECOND = 1e9;

  private record Event(long time, long number, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(time, other.time);
      return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
  }

  /**
   * What is simulated.
   *
   * @param limit the requests per second that the server allows: a token bucket
   * @param burst the size of the bucket
   * @param retryAfter whether a refusal says, in whole seconds, when there is a token again
   * @param latency of a response in milliseconds
   * @param latencySpread by how much it varies, as a part of it
   * @param clients how many share the limit
   * @param listings how many each of them makes at the same time
   * @param parallelism of each listing
   * @param seconds how long the server takes for all pages if the limit is used up
   */
  record Scenario(
      Limit limit,
      double burst,
      boolean retryAfter,
      int latency,
      double latencySpread,
      int clients,
      int listings,
      int parallelism,
      int seconds) {

    int pages() {
      return (int) Math.max(1, limit.at(0) * seconds / clients / listings);
    }

    /** What the clients could use, which may be less than the limit. */
    double usable() {
      double demand = clients * listings * parallelism / (latency / 1e3);
      return Math.min(limit.at(0), demand);
    }
  }

  /** Requests per second by the nanoseconds since the beginning. */
  interface Limit {
    double at(long nanos);
  }

  /** A limit that does not change. */
  record Steady(double perSecond) implements Limit {
    @Override
    public double at(long nanos) {
      return perSecond;
    }
  }

  /**
   * What came of it. Shares and use are those of the time in which all clients worked.
   *
   * @param refused the refused part of all requests
   * @param used the accepted requests per second, as a part of what the clients could use
   * @param smallestShare the smallest part of the accepted requests that a client got
   * @param failed how many pages were given up
   * @param seconds until the last listing ended
   */
  record Outcome(double refused, double used, double smallestShare, int failed, double seconds) {}

  final Random random;
  private final Scenario scenario;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final List<Client> clients = new ArrayList<>();
  private long now;
  private long number;
  private double tokens;
  private long refilled;
  private long accepted;
  private long refused;
  private int failed;
  private long firstEnd;
  private long lastEnd;

  Simulation(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.random = new Random(seed);
    this.tokens = scenario.burst();
  }

  /** Makes the clients' rules. */
  interface Rules {
    SendingRule of(Simulation simulation);
  }

  Outcome run(Rules rules) {
    for (int i = 0; i < scenario.clients(); i++) {
      clients.add(new Client(rules.of(this)));
    }
    clients.forEach(Client::start);
    while (!events.isEmpty()) {
      Event next = events.poll();
      now = next.time();
      next.action().run();
    }
    long total = clients.stream().mapToLong(client -> client.acceptedFirst).sum();
    double share =
        clients.stream()
            .mapToDouble(client -> (double) client.acceptedFirst / total)
            .min()
            .orElse(1);
    return new Outcome(
        (double) refused / (refused + accepted),
        total / (firstEnd / SECOND) / scenario.usable(),
        share,
        failed,
        lastEnd / SECOND);
  }

  long now() {
    return now;
  }

  void at(long time, Runnable action) {
    events.add(new Event(Math.max(time, now), number++, action));
  }

  void fail() {
    failed++;
  }

  /** Sends a request, and says what the rule is told: when, and how long to wait if refused. */
  void send(SendingRule rule, SendingRule.Page page) {
    at(
        now + half(),
        () -> {
          boolean allowed = take();
          long wait = allowed || !scenario.retryAfter() ? 0 : secondsToNextToken();
          at(now + half(), () -> respond(rule, page, allowed, wait));
        });
  }

  private void respond(SendingRule rule, SendingRule.Page page, boolean allowed, long wait) {
    if (allowed) {
      page.client().accepted++;
      rule.accepted(page);
      at(now + THINKING, page.done());
    } else {
      rule.refused(page, wait);
    }
  }

  private long half() {
    double spread = scenario.latencySpread() * (2 * random.nextDouble() - 1);
    return (long) (scenario.latency() * 1e6 / 2 * (1 + spread));
  }

  private boolean take() {
    double limit = scenario.limit().at(now);
    tokens = Math.min(scenario.burst(), tokens + (now - refilled) / SECOND * limit);
    refilled = now;
    boolean allowed = tokens >= 1;
    if (allowed) {
      tokens--;
      accepted++;
    } else {
      refused++;
    }
    return allowed;
  }

  private long secondsToNextToken() {
    return (long) (Math.ceil((1 - tokens) / scenario.limit().at(now)) * SECOND);
  }

  /** One client with its listings. */
  final class Client {
    private final SendingRule rule;
    private long accepted;
    private long acceptedFirst;
    private int open = scenario.listings();

    private Client(SendingRule rule) {
      this.rule = rule;
    }

    private void start() {
      for (int i = 0; i < scenario.listings(); i++) {
        new Listing(this).request();
      }
    }

    private void ended() {
      open--;
      lastEnd = now;
      if (open == 0 && firstEnd == 0) {
        firstEnd = now;
        clients.forEach(client -> client.acceptedFirst = client.accepted);
      }
    }
  }

  /** A listing: its first page alone, then as many at once as its parallelism. */
  private final class Listing implements CallOwner {
    private final Client client;
    private int requested;
    private int done;

    private Listing(Client client) {
      this.client = client;
    }

    private void request() {
      requested++;
      client.rule.request(new SendingRule.Page(client, this, this::done));
    }

    private void done() {
      done++;
      if (done == scenario.pages()) {
        client.ended();
        return;
      }
      while (requested < scenario.pages() && requested - done < scenario.parallelism()) {
        request();
      }
    }
  }
}
