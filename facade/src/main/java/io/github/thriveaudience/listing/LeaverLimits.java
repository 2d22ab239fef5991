package io.github.thriveaudience.listing;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How many members may leave at once.
 *
 * @param count the maximum, or null for no limit
 * @param share the maximum share of the known members, or null for no limit
 * @param shareAbove the share is limited if more members are known than this
 * @param emptyAllowed whether all members may leave an audience that is empty then
 */
record LeaverLimits(
    @Nullable Integer count, @Nullable Double share, int shareAbove, boolean emptyAllowed) {

  /** A fifth, once more than ten are known. */
  static final LeaverLimits DEFAULTS = new LeaverLimits(null, 0.2, 10, false);

  static final LeaverLimits NONE = new LeaverLimits(null, null, 0, true);

  LeaverLimits withCount(int max) {
    return new LeaverLimits(max, share, shareAbove, false);
  }

  LeaverLimits withShare(double max) {
    return new LeaverLimits(count, max, 0, false);
  }

  /** The limit that changes exceed, as a sentence, or null. */
  @Nullable String exceededBy(MembershipChanges changes) {
    int left = changes.left().size();
    if (left == 0) {
      return null;
    }
    int present = changes.unchanged() + changes.updated().size();
    int known = left + present + changes.unconfirmed().size();
    if (!emptyAllowed && present + changes.joined().size() == 0) {
      return "The audience is empty; known members: "
          + known
          + ". If that is right, lift the guard for one run: withoutGuard().";
    }
    if (count != null && left > count) {
      return exceeded(left, known, String.valueOf(count));
    }
    if (share != null && known > shareAbove && (double) left / known > share) {
      return exceeded(left, known, percent(share));
    }
    return null;
  }

  private static String exceeded(int left, int known, String max) {
    return "Leavers: "
        + left
        + " of "
        + known
        + " known members; allowed: "
        + max
        + ". If that is right, raise the limit, or lift it for one run: withoutGuard().";
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  String inWords() {
    if (emptyAllowed) {
      return "withoutGuard";
    }
    return "atMostLeaving=" + count + ", atMostLeavingShare=" + share;
  }
}
