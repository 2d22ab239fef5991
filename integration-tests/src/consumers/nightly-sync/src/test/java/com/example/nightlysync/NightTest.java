package com.example.nightlysync;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.listing.ChangePolicy;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the job against the stubs, with a database of its own. */
abstract class NightTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

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

  /** Lets the API list these members on one page. */
  void listed(String audience, String... ids) {
    API.stubFor(pages(audience).willReturn(okJson(page(1, ids.length, ids))));
  }

  static MappingBuilder pages(String audience) {
    return get(urlPathEqualTo("/rest/v1/audiences/" + audience + "/members"));
  }

  static MappingBuilder page(String audience, int page) {
    return pages(audience).withQueryParam("page", equalTo(Integer.toString(page)));
  }

  /** The body of a page, of {@value #PAGE_SIZE} members at most. */
  static String page(int page, int totalResults, String... ids) {
    return """
        {"results": [%s],
         "pagination": {"totalResults": %d, "totalPages": %d, "page": %d, "perPage": %d}}"""
        .formatted(
            Stream.of(ids).map(NightTest::member).collect(Collectors.joining(",")),
            totalResults,
            (totalResults + PAGE_SIZE - 1) / PAGE_SIZE,
            page,
            PAGE_SIZE);
  }

  private static String member(String id) {
    return """
        {"userId": "%s", "reference": "ref-%s", "email": "%s"}"""
        .formatted(id, id, email(id));
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
    return AudienceMembersClient.builder()
        .baseUri(uri("/rest/v1"))
        .credentials(Credentials.basic("eu-west-2_Quickstart", "quickstart-secret"))
        .pageSize(PAGE_SIZE);
  }

  static URI uri(String path) {
    return URI.create(API.baseUrl() + path);
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
    List<String> audiences = new ArrayList<>();
    for (ServeEvent event : API.getAllServeEvents()) {
      String[] path = event.getRequest().getUrl().split("/");
      if (path[1].equals("rest")) {
        audiences.add(0, URLDecoder.decode(path[4], StandardCharsets.UTF_8));
      }
    }
    return audiences;
  }
}
