package io.github.thriveaudience.benchmark;

/**
 * The time of one listing and the CPU time of the whole JVM meanwhile, as a line of a program's
 * output.
 *
 * @param listing a name without spaces
 * @param cpuMillis see {@link CpuTime}
 */
record ListingCost(String listing, double millis, double cpuMillis) {
  /** Lists all members. */
  interface Listing {
    void run(PacedConsumer members) throws Exception;
  }

  /** Something that takes time. */
  interface Work {
    void run() throws Exception;
  }

  /** Lists all members and fails unless each was delivered. */
  static ListingCost measure(String name, int members, Listing listing) throws Exception {
    PacedConsumer consumer = new PacedConsumer(0);
    ListingCost cost = measure(name, () -> listing.run(consumer));
    consumer.requireCount(members);
    return cost;
  }

  static ListingCost measure(String name, Work work) throws Exception {
    long cpu = CpuTime.nanos();
    long start = System.nanoTime();
    work.run();
    long end = System.nanoTime();
    long endCpu = CpuTime.nanos();
    return new ListingCost(name, (end - start) / 1e6, (endCpu - cpu) / 1e6);
  }

  static ListingCost parse(String line) {
    String[] words = line.split(" ");
    return new ListingCost(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  @Override
  public String toString() {
    return listing + ' ' + millis + ' ' + cpuMillis;
  }
}
