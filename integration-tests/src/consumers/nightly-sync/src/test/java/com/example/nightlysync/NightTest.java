package com.example.nightlysync;

import static io.github.thriveaudience.testing.Scenarios.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.testing.ReceivedRequest;
import io.github.thriveaudience.testing.Scenario;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the job against the stubs, with a database of its own. */
abstract class NightTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  static final int PAGE_SIZE = 50;

  private final String jdbcUrl = "jdbc:h2:mem:" + UUID.randomUUID();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /** Where the job prints its changes. */
  OutputStream output = printed;

  /** Sees what the job has committed, and nothing else. */
  private Connection database;

  @BeforeEach
  void createTables() throws SQLException {
    database = DriverManager.getConnection(jdbcUrl);
    execute("runscript from 'classpath:schema.sql'");
  }

  @AfterEach
  void dropTables() throws SQLException {
    database.close();
  }

  /** Adds an audience with members to the database. */
  void inDatabase(String audience, String... ids) throws SQLException {
    execute("insert into audience values (?)", audience);
    for (String id : ids) {
      execute("insert into membership values (?, ?, ?, ?)", audience, id, "ref-" + id, email(id));
    }
  }

  void execute(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, String... values) throws SQLException {
    PreparedStatement statement = database.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    return statement;
  }

  /** The ids of the members of an audience in the database. */
  List<String> ids(String audience) throws SQLException {
    return column("select user_id from membership where audience = ? order by user_id", audience);
  }

  /** The first column of a query. */
  List<String> column(String sql, String... values) throws SQLException {
    List<String> column = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        column.add(row.getString(1));
      }
    }
    return column;
  }

  /** Lets the API list these members. */
  static void listed(String audience, String... ids) {
    STUBS.given(audience, list(ids));
  }

  /** Lists these members, as the database has them. */
  static Scenario list(String... ids) {
    return members(Stream.of(ids).map(NightTest::member).toList());
  }

  private static AudienceMember member(String id) {
    return AudienceMember.builder().userId(id).reference("ref-" + id).email(email(id)).build();
  }

  static String email(String id) {
    return id + "@example.com";
  }

  /** The ids with a prefix and the numbers from 1 on. */
  static String[] numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> prefix + "%02d".formatted(number))
        .toArray(String[]::new);
  }

  /** A client that calls the stubs. */
  static AudienceMembersClient.Builder client() {
    return STUBS.builder().pageSize(PAGE_SIZE);
  }

  /** Runs the job, and returns its exit code. */
  int run(AudienceMembersClient.Builder client) throws SQLException {
    printed.reset();
    PrintStream csv = new PrintStream(output, true, StandardCharsets.UTF_8);
    try (AudienceMembersClient thrive = client.build();
        Connection ofTheJob = DriverManager.getConnection(jdbcUrl)) {
      return new NightlySync(ofTheJob, csv)
          .run(thrive, ChangePolicy.defaults().withWait(Duration.ZERO));
    }
  }

  /** The rows that the latest run has printed, without the header. */
  List<String> changes() {
    List<String> rows = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(rows).first().isEqualTo(row("audience", "change", "userId", "outcome"));
    return rows.subList(1, rows.size());
  }

  static String row(String... cells) {
    return '"' + String.join("\",\"", cells) + '"';
  }

  /** The audiences whose members were requested, in the order of the requests. */
  static List<String> requests() {
    return STUBS.requests().stream()
        .map(ReceivedRequest::audience)
        .filter(Objects::nonNull)
        .toList();
  }
}
