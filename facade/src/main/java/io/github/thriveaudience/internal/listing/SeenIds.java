package io.github.thriveaudience.internal.listing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The {@code userId}s that were seen, in at most 32 bytes a member. An id of 24 lower-case
 * hexadecimal digits, as the API issues them, takes 12 bytes. Any other id is stored as the first
 * 128 bits of its SHA-256: among a million ids, the probability of a collision is 1 in
 * 10<sup>26</sup>, and no collision can be constructed. For one thread.
 */
final class SeenIds {
  private static final int DIGITS = 24;

  private final IdTable hexadecimal;
  private final IdTable others;
  private final MessageDigest sha256 = sha256();

  SeenIds() {
    this(new IdTable(3), new IdTable(4));
  }

  private SeenIds(IdTable hexadecimal, IdTable others) {
    this.hexadecimal = hexadecimal;
    this.others = others;
  }

  /** An independent copy with the same ids. */
  SeenIds copy() {
    return new SeenIds(hexadecimal.copy(), others.copy());
  }

  /** The size of the ids in bytes. */
  long bytes() {
    return hexadecimal.bytes() + others.bytes();
  }

  /**
   * Adds an id.
   *
   * @return whether it was not there before
   */
  boolean add(String userId) {
    return isHexadecimal(userId)
        ? hexadecimal.add(number(userId, 0, 16), number(userId, 16, DIGITS))
        : addHash(hash(userId));
  }

  private boolean addHash(ByteBuffer hash) {
    return others.add(hash.getLong(), hash.getLong());
  }

  /** Whether an id was added. */
  boolean contains(String userId) {
    return isHexadecimal(userId)
        ? hexadecimal.contains(number(userId, 0, 16), number(userId, 16, DIGITS))
        : containsHash(hash(userId));
  }

  private boolean containsHash(ByteBuffer hash) {
    return others.contains(hash.getLong(), hash.getLong());
  }

  private static boolean isHexadecimal(String id) {
    if (id.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (digit(id.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The value of a digit, or -1 for any other character, upper-case digits included. */
  private static int digit(char digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
  }

  private static long number(String id, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 4 | digit(id.charAt(i));
    }
    return number;
  }

  private ByteBuffer hash(String id) {
    // As UTF-16, because an encoder would replace all lone surrogates alike.
    ByteBuffer units = ByteBuffer.allocate(Character.BYTES * id.length());
    units.asCharBuffer().put(id);
    return ByteBuffer.wrap(sha256.digest(units.array()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
