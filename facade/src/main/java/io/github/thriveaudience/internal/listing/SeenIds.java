package io.github.thriveaudience.internal.listing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which members have been delivered, told by {@code userId}: all of them, exactly, in at most 32
 * bytes a member. An id as the API gives it, of 24 lower-case hexadecimal digits, is kept as its 12
 * bytes. Of any other the first 128 bits of its SHA-256 are: two of a million are alike by a chance
 * of 1 in 10<sup>26</sup>, and nobody can make such two. For one thread.
 */
final class SeenIds {
  private static final int DIGITS = 24;
  private static final int PIECE = 512;

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

  /** One that knows the same ids, and from now on for itself. */
  SeenIds copy() {
    return new SeenIds(hexadecimal.copy(), others.copy());
  }

  /** The bytes that the ids take. */
  long bytes() {
    return hexadecimal.bytes() + others.bytes();
  }

  /** Remembers an id, and says whether it was not known before. */
  boolean add(String userId) {
    return isHexadecimal(userId)
        ? hexadecimal.add(number(userId, 0, 16), number(userId, 16, DIGITS))
        : addHash(userId);
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

  /** The value of a digit, or -1. An upper-case one makes another id. */
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

  private boolean addHash(String id) {
    byte[] piece = new byte[2 * Math.min(PIECE, id.length())];
    for (int from = 0; from < id.length(); from += PIECE) {
      int length = Math.min(PIECE, id.length() - from);
      for (int i = 0; i < length; i++) {
        // By its two bytes, since an encoder would make all lone surrogates alike.
        char unit = id.charAt(from + i);
        piece[2 * i] = (byte) (unit >>> 8);
        piece[2 * i + 1] = (byte) unit;
      }
      sha256.update(piece, 0, 2 * length);
    }
    byte[] hash = sha256.digest();
    return others.add(number(hash, 0), number(hash, 8));
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + 8; i++) {
      number = number << 8 | (bytes[i] & 0xFF);
    }
    return number;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
