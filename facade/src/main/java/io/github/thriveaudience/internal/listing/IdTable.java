package io.github.thriveaudience.internal.listing;

import java.util.SplittableRandom;

/**
 * A set of ids of one length: 12 bytes (3 ints) or 16 (4 ints). It is a hash table with open
 * addressing, divided into shards. Each shard grows on its own, by two fifths: between 57 % and 80
 * % of the slots are in use, and growing copies only a small part of the table. For one thread.
 */
final class IdTable {
  private static final int SHARDS = 64;
  private static final int SMALLEST = 8;

  private final int width;
  private final int[][] shards;
  private final int[] sizes;

  /** Random, so that a server cannot choose ids that all fall into the same slots. */
  private final long seed;

  /** Whether the id of all zeros was added, which would look like an empty slot. */
  private boolean hasZero;

  /**
   * An empty table.
   *
   * @param width the ints of an id, 3 or 4
   */
  IdTable(int width) {
    this.width = width;
    this.shards = new int[SHARDS][0];
    this.sizes = new int[SHARDS];
    this.seed = new SplittableRandom().nextLong();
  }

  private IdTable(IdTable other) {
    this.width = other.width;
    this.shards = other.shards.clone();
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = shards[i].clone();
    }
    this.sizes = other.sizes.clone();
    this.seed = other.seed;
    this.hasZero = other.hasZero;
  }

  IdTable copy() {
    return new IdTable(this);
  }

  /** The size of all slots in bytes. */
  long bytes() {
    long bytes = 0;
    for (int[] shard : shards) {
      bytes += (long) shard.length * Integer.BYTES;
    }
    return bytes;
  }

  /**
   * Adds an id.
   *
   * @param high the first 8 bytes of the id
   * @param low the other bytes; if there are 4, in the lower half
   * @return whether it was not there before
   */
  boolean add(long high, long low) {
    if ((high | low) == 0) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    long hash = hash(high, low);
    int shard = shardOf(hash);
    makeRoom(shard);
    boolean added = insert(shards[shard], hash, high, low);
    sizes[shard] += added ? 1 : 0;
    return added;
  }

  /** Whether an id was added, whose bytes are given as for {@link #add}. */
  boolean contains(long high, long low) {
    if ((high | low) == 0) {
      return hasZero;
    }
    long hash = hash(high, low);
    int[] shard = shards[shardOf(hash)];
    return shard.length > 0 && !isEmpty(shard, find(shard, hash, high, low));
  }

  private static int shardOf(long hash) {
    return (int) (hash & (SHARDS - 1));
  }

  private void makeRoom(int number) {
    int[] shard = shards[number];
    int slots = shard.length / width;
    if ((sizes[number] + 1) * 5L > slots * 4L) {
      int[] larger = new int[Math.max(SMALLEST, (int) (slots * 7L / 5)) * width];
      for (int at = 0; at < shard.length; at += width) {
        long high = high(shard, at);
        long low = low(shard, at);
        if ((high | low) != 0) {
          insert(larger, hash(high, low), high, low);
        }
      }
      shards[number] = larger;
    }
  }

  private boolean insert(int[] shard, long hash, long high, long low) {
    int at = find(shard, hash, high, low);
    boolean empty = isEmpty(shard, at);
    if (empty) {
      put(shard, at, high, low);
    }
    return empty;
  }

  /** Where an id is, or the empty slot where it belongs. The shard must have an empty slot. */
  private int find(int[] shard, long hash, long high, long low) {
    int slots = shard.length / width;
    int slot = (int) (((hash >>> 32) * slots) >>> 32);
    while (true) {
      int at = slot * width;
      if (isEmpty(shard, at) || (high(shard, at) == high && low(shard, at) == low)) {
        return at;
      }
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
  }

  private boolean isEmpty(int[] shard, int at) {
    return (high(shard, at) | low(shard, at)) == 0;
  }

  private void put(int[] shard, int at, long high, long low) {
    shard[at] = (int) (high >>> 32);
    shard[at + 1] = (int) high;
    shard[at + 2] = (int) low;
    if (width == 4) {
      shard[at + 3] = (int) (low >>> 32);
    }
  }

  private static long high(int[] shard, int at) {
    return ((long) shard[at] << 32) | Integer.toUnsignedLong(shard[at + 1]);
  }

  private long low(int[] shard, int at) {
    long low = Integer.toUnsignedLong(shard[at + 2]);
    return width == 4 ? ((long) shard[at + 3] << 32) | low : low;
  }

  private long hash(long high, long low) {
    return mixed((mixed(high + seed) + low) ^ Long.rotateLeft(seed, 32));
  }

  /** The finalizer of SplitMix64, in which each bit of the argument changes half of the result. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
