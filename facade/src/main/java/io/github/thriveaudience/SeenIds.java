package io.github.thriveaudience;

import java.util.HashSet;
import java.util.Set;

/**
 * Which members have come before, told by {@code userId}.
 *
 * <p>What is bounded remembers all up to a number of members, and beyond it the latest two pages
 * and a sample of the rest: every second id, every fourth and so on, chosen by hash code. A shift
 * of the list, which repeats the end of a page at the beginning of the next one, is always found,
 * and so is every list that is shuffled between pages, but for a chance that shrinks with each
 * repeat.
 */
final class SeenIds {
  private static final int LARGEST_SAMPLE = 16_384;
  private static final int LARGEST_SHIFT = 31;
  private static final int LONGEST = 64;

  private final int largest;
  private final Set<String> sample = new HashSet<>();
  private Set<String> page = new HashSet<>();
  private Set<String> pageBefore = new HashSet<>();
  private int shift;

  private SeenIds(int largest) {
    this.largest = largest;
  }

  /** Remembers every one. */
  static SeenIds all() {
    return new SeenIds(Integer.MAX_VALUE);
  }

  /** Remembers what fits into constant memory. */
  static SeenIds bounded() {
    return new SeenIds(LARGEST_SAMPLE);
  }

  /** Whether everything that came is remembered. */
  boolean isComplete() {
    return shift == 0;
  }

  /** A new page begins. */
  void nextPage() {
    Set<String> oldest = pageBefore;
    pageBefore = page;
    page = oldest;
    page.clear();
  }

  /** Remembers an id, if it has not come before. */
  boolean add(String userId) {
    String id = shortened(userId);
    if (pageBefore.contains(id) || sample.contains(id) || !page.add(id)) {
      return false;
    }
    if (isSampled(id)) {
      sample.add(id);
      makeRoom();
    }
    return true;
  }

  /** A server that sends ids of kilobytes must not fill the memory with them. */
  private static String shortened(String id) {
    return id.length() <= LONGEST ? id : Digests.sha256(id);
  }

  private void makeRoom() {
    if (sample.size() <= largest) {
      return;
    }
    if (shift == LARGEST_SHIFT) {
      // Ids with one and the same hash code: there is no choosing among them.
      sample.clear();
    } else {
      shift++;
      sample.removeIf(id -> !isSampled(id));
    }
  }

  /** Multiplied, since the last characters of ids in a row decide too much of a hash code. */
  private boolean isSampled(String id) {
    return shift == 0 || (id.hashCode() * 0x9E3779B1) >>> (32 - shift) == 0;
  }
}
