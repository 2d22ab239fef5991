package com.example.badnights;

import io.github.thriveaudience.AudienceHandler;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the members of some audiences in step, and says how the night was. */
final class NightlyJob implements AudienceHandler<MembershipChanges> {
  static final int DONE = 0;
  static final int RETRY_LATER = 75;
  static final int FIX_CONFIGURATION = 78;

  private final Map<String, Map<String, AudienceMember>> teams = new TreeMap<>();
  private final ChangePolicy policy;
  private int exitCode;

  /** The job waits so long before it reads an audience again that changes meanwhile. */
  NightlyJob(Duration wait, String... audiences) {
    policy = ChangePolicy.defaults().withWait(wait);
    for (String audience : audiences) {
      teams.put(audience, new TreeMap<>());
    }
  }

  int run(AudienceMembersClient thrive) {
    exitCode = DONE;
    Map<String, KnownMembers> known = new TreeMap<>();
    teams.forEach((audience, team) -> known.put(audience, KnownMembers.of(team.values())));
    try {
      boolean consistent = thrive.changesOfEach(known, policy).readAll(this).isConsistent();
      note(consistent ? DONE : RETRY_LATER);
    } catch (ThriveException e) { // it concerns all audiences
      failed("all", e);
    }
    return exitCode;
  }

  /** How many members each team has. */
  String sizes() {
    return teams.values().stream().map(Map::size).toList().toString();
  }

  @Override
  public void read(String audience, MembershipChanges changes) {
    Map<String, AudienceMember> team = teams.get(audience);
    changes.joined().forEach(member -> team.put(member.userId(), member));
    changes.updated().forEach(update -> team.put(update.after().userId(), update.after()));
    changes.left().forEach(member -> team.remove(member.userId()));
  }

  @Override
  public void failed(String audience, ThriveException e) {
    boolean busy = e instanceof RateLimitedException || e instanceof ServerErrorException;
    note(busy || e instanceof ThriveConnectionException ? RETRY_LATER : FIX_CONFIGURATION);
  }

  private void note(int code) {
    exitCode = Math.max(exitCode, code);
  }
}
