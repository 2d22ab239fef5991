package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which members were delivered, each once, even if a reading breaks off in a page and is resumed
 * with it. For one thread.
 */
final class DeliveredMembers {
  private final SeenIds seen;

  /** Who was seen, and whose consumer failed. */
  private final Set<String> undelivered = new HashSet<>();

  /** Who was looked at on the page at which a reading broke off, and so is no duplicate there. */
  private final List<String> again = new ArrayList<>();

  private long members;
  private long duplicates;

  /** The page in delivery, how many of its members were looked at, and who is with the consumer. */
  private @Nullable MembersPage page;

  private int looked;
  private @Nullable String inDelivery;

  DeliveredMembers() {
    this(new SeenIds());
  }

  private DeliveredMembers(SeenIds seen) {
    this.seen = seen;
  }

  /** One that goes on where this one was left, with the same page. */
  DeliveredMembers resumed() {
    DeliveredMembers resumed = new DeliveredMembers(seen.copy());
    resumed.members = members;
    resumed.duplicates = duplicates;
    resumed.undelivered.addAll(undelivered);
    if (inDelivery != null) {
      resumed.undelivered.add(inDelivery);
    }
    resumed.again.addAll(again);
    if (page != null) {
      page.members().stream()
          .limit(looked)
          .map(AudienceMember::userId)
          .filter(id -> !id.equals(inDelivery))
          .forEach(resumed.again::add);
    }
    return resumed;
  }

  void begin(MembersPage next) {
    page = next;
    looked = 0;
  }

  /** Whether a member is to be delivered; if so, {@link #delivered} follows. */
  boolean isNew(String userId) {
    looked++;
    if (seen.add(userId) || undelivered.remove(userId)) {
      inDelivery = userId;
      return true;
    }
    duplicates += again.remove(userId) ? 0 : 1;
    return false;
  }

  void delivered() {
    members++;
    inDelivery = null;
  }

  /** The page has been delivered to its end. */
  void end() {
    page = null;
    again.clear();
  }

  long members() {
    return members;
  }

  long duplicates() {
    return duplicates;
  }
}
