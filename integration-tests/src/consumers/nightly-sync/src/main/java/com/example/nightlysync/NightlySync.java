package com.example.nightlysync;

import io.github.thriveaudience.*;
import io.github.thriveaudience.error.*;
import io.github.thriveaudience.listing.*;
import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.sql.*;
import java.util.*;

/** Keeps memberships in a database in step with audiences, and prints the changes as CSV. */
class NightlySync implements AudienceHandler<MembershipChanges> {
  static final int RETRY_LATER = 75, CHECK_LEAVERS = 76, FIX_CONFIGURATION = 78, ALERT = 79;

  private final Connection database;
  private final PrintStream csv;
  private int exitCode; // the highest that was noted

  NightlySync(Connection database, PrintStream csv) {
    this.database = database;
    this.csv = csv;
    row("audience", "change", "userId", "outcome");
  }

  public static void main(String... args) throws Exception {
    int exitCode = FIX_CONFIGURATION;
    PrintStream csv = new PrintStream(System.out, true, "UTF-8");
    try (var thrive = AudienceMembersClient.fromEnvironment();
        var database = DriverManager.getConnection(System.getenv("JDBC_URL"))) {
      exitCode = new NightlySync(database, csv).run(thrive, ChangePolicy.defaults());
    } catch (IllegalStateException | IllegalArgumentException e) {
      e.printStackTrace();
    }
    System.exit(exitCode);
  }

  int run(AudienceMembersClient thrive, ChangePolicy policy) throws SQLException {
    try {
      AudiencesSummary summary = thrive.changesOfEach(known(), policy).readAll(this);
      note(summary.isConsistent() ? 0 : RETRY_LATER, summary);
    } catch (ThriveException e) { // it concerns all audiences
      failed("all", e);
      AudiencesSummary.of(e).ifPresent(System.err::println); // what was done until then
    }
    return exitCode;
  }

  @Override
  public void read(String audience, MembershipChanges changes) {
    try {
      apply(audience, changes); // in one transaction, with the rows of the CSV
      note(0, audience + ": " + changes); // counts, and names nobody
    } catch (SQLException e) { // rolled back: the next run finds the same changes
      note(ALERT, audience + " is as it was: SQL state " + e.getSQLState());
    }
  }

  @Override
  public void failed(String audience, ThriveException e) { // the other audiences go on
    boolean busy = e instanceof RateLimitedException || e instanceof ServerErrorException;
    boolean refused = e instanceof UnauthorizedException || e instanceof ForbiddenException;
    boolean unknown = e instanceof NotFoundException || e instanceof TokenRequestException;
    if (e instanceof TooManyLeaversException tooMany) {
      print(audience, tooMany.changes(), "held back"); // for a person to decide on
      note(CHECK_LEAVERS, e.getMessage());
    } else if (busy || e instanceof ThriveConnectionException) {
      note(RETRY_LATER, e.getMessage()); // the client has retried already
    } else {
      note(refused || unknown ? FIX_CONFIGURATION : ALERT, e.getMessage());
    }
  }

  private void note(int code, Object message) {
    System.err.println(message);
    exitCode = Math.max(exitCode, csv.checkError() ? ALERT : code);
  }

  private Map<String, KnownMembers> known() throws SQLException {
    Map<String, List<AudienceMember>> members = new TreeMap<>();
    try (ResultSet row = database.createStatement().executeQuery("select * from known")) {
      while (row.next()) {
        var known = members.computeIfAbsent(row.getString("audience"), name -> new ArrayList<>());
        if (row.getString("user_id") != null) {
          var m = AudienceMember.builder().userId(row.getString("user_id"));
          known.add(m.reference(row.getString("reference")).email(row.getString("email")).build());
        }
      }
    }
    Map<String, KnownMembers> known = new TreeMap<>();
    members.forEach((audience, each) -> known.put(audience, KnownMembers.of(each)));
    return known;
  }

  private void apply(String name, MembershipChanges changes) throws SQLException {
    List<AudienceMember> present = new ArrayList<>(changes.joined());
    changes.updated().forEach(update -> present.add(update.after()));
    database.setAutoCommit(false);
    try {
      for (AudienceMember m : present) {
        update("merge into membership values(?,?,?,?)", name, m.userId(), m.reference(), m.email());
      }
      for (AudienceMember m : changes.left()) {
        update("delete from membership where (audience, user_id) = (?, ?)", name, m.userId());
      }
      print(name, changes, "applied");
      if (csv.checkError()) {
        throw new SQLException("the CSV cannot be written", "58030");
      }
      database.commit();
    } finally {
      database.rollback(); // nothing, once it is committed
    }
  }

  private void update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void print(String audience, MembershipChanges changes, String outcome) {
    changes.joined().forEach(member -> row(audience, "joined", member.userId(), outcome));
    changes.updated().forEach(update -> row(audience, "updated", update.after().userId(), outcome));
    changes.left().forEach(member -> row(audience, "left", member.userId(), outcome));
  }

  private void row(String... cells) { // an apostrophe keeps a spreadsheet from running formulas
    Arrays.setAll(cells, i -> cells[i].replaceFirst("^[-=+@\t\r]", "'$0").replace("\"", "\"\""));
    csv.println('"' + String.join("\",\"", cells) + '"');
  }
}
