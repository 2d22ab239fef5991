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

  /** Lists all members and fails unless each was delivered. */
  static ListingCost measure(String name, int members, Listing listing) throws Exception {
    PacedConsumer consumer = new PacedConsumer(0);
    long cpu = CpuTime.nanos();
    long start = System.nanoTime();
    listing.run(consumer);
    long end = System.nanoTime();
    long endCpu = CpuTime.nanos();
    consumer.requireCount(members);
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
