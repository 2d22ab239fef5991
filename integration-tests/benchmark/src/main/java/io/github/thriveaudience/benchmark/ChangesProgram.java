package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that compares a large audience with known members, and prints the cost of each
 * comparison and of a plain reading before it. The known members are other objects than those that
 * are compared with them. Nobody left; a few joined or have another e-mail address.
 */
final class ChangesProgram {
  static final int MEMBERS = 1_000_000;
  static final String PLAIN = "plain";
  static final String CHANGES = "changes";

  /** One of so many members joined, and another one has another e-mail address. */
  private static final int CHANGED = 100_000;

  private static final int FEW = MEMBERS / CHANGED;

  private final Members audience;
  private final KnownMembers known;

  private ChangesProgram(Members audience, boolean idsOnly) {
    this.audience = audience;
    this.known = idsOnly ? knownIds(audience) : knownMembers(audience);
  }

  /**
   * Reads and compares the audience in turns, and makes the new state at the end.
   *
   * @param arguments the address of the server, whether ids alone are known, and how many turns are
   *     printed, after one that is not
   */
  public static void main(String[] arguments) throws Exception {
    try (ThisClient client = new ThisClient(URI.create(arguments[0]))) {
      Members audience = client.members(PageRequest.audience(MEMBERS, 0));
      ChangesProgram program = new ChangesProgram(audience, Boolean.parseBoolean(arguments[1]));
      program.takeTurn();
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        System.out.println(program.takeTurn());
      }
      program.requireNewState();
    }
  }

  private static KnownMembers knownIds(Members audience) {
    List<String> ids = new ArrayList<>();
    int position = 0;
    for (AudienceMember member : audience) {
      if (position++ % CHANGED != 0) {
        ids.add(member.userId());
      }
    }
    return KnownMembers.ofIds(ids);
  }

  private static KnownMembers knownMembers(Members audience) {
    List<AudienceMember> members = new ArrayList<>();
    int position = 0;
    for (AudienceMember member : audience) {
      switch (position++ % CHANGED) {
        case 0 -> {}
        case 1 -> members.add(withoutEmail(member));
        default -> members.add(member);
      }
    }
    return KnownMembers.of(members);
  }

  private static AudienceMember withoutEmail(AudienceMember member) {
    return AudienceMember.builder().userId(member.userId()).reference(member.reference()).build();
  }

  /** The two costs, a line each. */
  private String takeTurn() throws Exception {
    ListingCost plain =
        ListingCost.measure(
            PLAIN, MEMBERS, members -> audience.read(member -> members.accept(member.userId())));
    ListingCost changes =
        ListingCost.measure(CHANGES, () -> requireFew(audience.changesSince(known)));
    return plain + "\n" + changes;
  }

  private void requireNewState() {
    int size = audience.changesSince(known).newState().size();
    if (size != MEMBERS) {
      throw new IllegalStateException("the new state has " + size + " members");
    }
  }

  private void requireFew(MembershipChanges changes) {
    int updated = known.isIdsOnly() ? 0 : FEW;
    if (changes.joined().size() != FEW
        || changes.updated().size() != updated
        || changes.unchanged() != MEMBERS - FEW - updated
        || changes.reports().size() != 1) {
      throw new IllegalStateException("these are not the changes: " + changes);
    }
  }
}
