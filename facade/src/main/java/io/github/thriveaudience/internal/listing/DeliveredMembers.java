package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Delivers each member once, even if a reading fails within a page and the next one continues with
 * that page. For one thread.
 */
final class DeliveredMembers {
  private final SeenIds seen;

  /** The members whose consumer failed, which are still to be delivered. */
  private final Set<String> undelivered = new HashSet<>();

  /** The members of the page in delivery that were read so far. */
  private final List<String> read = new ArrayList<>();

  /** The members of the failed page, which are no duplicates when that page is read again. */
  private final List<String> readBefore = new ArrayList<>();

  private long members;
  private long duplicates;

  DeliveredMembers() {
    this.seen = new SeenIds();
  }

  /** Continues a failed reading, which is left as it is. */
  DeliveredMembers(DeliveredMembers failed) {
    this.seen = failed.seen.copy();
    this.undelivered.addAll(failed.undelivered);
    this.readBefore.addAll(failed.readBefore);
    this.readBefore.addAll(failed.read);
    this.members = failed.members;
    this.duplicates = failed.duplicates;
  }

  /** Passes the members of a page to a consumer, without duplicates. */
  void deliver(MembersPage page, Consumer<? super AudienceMember> consumer) {
    for (AudienceMember member : page.members()) {
      String id = member.userId();
      if (seen.add(id) || undelivered.remove(id)) {
        deliver(member, consumer);
      } else if (!readBefore.remove(id)) {
        duplicates++;
      }
      read.add(id);
    }
    read.clear();
    readBefore.clear();
  }

  private void deliver(AudienceMember member, Consumer<? super AudienceMember> consumer) {
    try {
      consumer.accept(member);
      members++;
    } catch (Throwable e) {
      undelivered.add(member.userId());
      throw e;
    }
  }

  /** Whether a member was delivered, or its consumer failed. */
  boolean contains(String userId) {
    return seen.contains(userId);
  }

  /** The number of members that were delivered. */
  long members() {
    return members;
  }

  /** The number of members that were left out because they had been delivered before. */
  long duplicates() {
    return duplicates;
  }
}
