package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.PlanBuilder.MAX_PAGE_SIZE;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The scenarios for {@link ThriveStubs#given}, to be imported statically. Each checks its
 * arguments; {@code given} checks the scenarios against each other.
 *
 * <p>A <em>reading</em> begins with a page 1 that the stubs deliver. A fault occurs at the next
 * request for the audience, or at a {@linkplain Fault#atPage given page}. Several faults occur one
 * after the other, in the order in which they are given; a lasting one comes last.
 */
public final class Scenarios {
  private static final int MAX_MEMBERS = 1_000_000;
  private static final int MAX_TIMES = 1_000;
  private static final Duration MAX_DELAY = Duration.ofMinutes(1);
  private static final Duration MAX_THROTTLING = Duration.ofDays(1);

  private Scenarios() {}

  /**
   * Lists the members of {@link TestMembers#of}, whose ids are {@link #memberId}. An audience
   * without this scenario has 250 of them.
   *
   * @param count 0 to 1,000,000
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Scenario members(int count) {
    Check.range("members", count, 0, MAX_MEMBERS);
    return members("members(" + count + ")", TestMembers.of(count));
  }

  /**
   * Lists members with these ids, in this order.
   *
   * @param userIds the ids, not blank and without duplicates
   * @return the scenario
   * @throws IllegalArgumentException if an id breaks one of these rules
   */
  public static Scenario members(String... userIds) {
    List<AudienceMember> members = GeneratedMembers.of("members", userIds);
    return members("members(" + members.size() + " ids)", members);
  }

  /**
   * Lists these members, in this order, with all their fields.
   *
   * @param members the members, each with an id, without duplicates
   * @return the scenario
   * @throws IllegalArgumentException if an id breaks one of these rules
   */
  public static Scenario members(Collection<AudienceMember> members) {
    List<AudienceMember> copy = GeneratedMembers.check("members", List.copyOf(members));
    return members("members(" + copy.size() + " members)", copy);
  }

  private static Scenario members(String call, List<AudienceMember> members) {
    return new ListScenario("members", call, plan -> plan.members(members));
  }

  /**
   * The id of a member of {@link #members(int)}: 24 digits.
   *
   * @param number 1 to 1,000,000
   * @return the id
   * @throws IllegalArgumentException if it is out of range
   */
  public static String memberId(int number) {
    Check.range("memberId", number, 1, MAX_MEMBERS);
    return TestMembers.id(number);
  }

  /**
   * Sets the maximum number of members on a page, which holds if a request asks for more. The API
   * may do that, too.
   *
   * @param members 1 to 1000; default 100
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Scenario pagesOf(int members) {
    Check.range("pagesOf", members, 1, MAX_PAGE_SIZE);
    return new ListScenario("pagesOf", "pagesOf(" + members + ")", plan -> plan.pageSize(members));
  }

  /**
   * Lets the first member leave after page 1 of each reading, so that the others move up: the first
   * one of page 2 is never listed, and the total changes. The verdict is {@code DRIFTED}.
   *
   * @return the scenario, which needs two pages
   */
  public static Scenario drifting() {
    return new ListScenario("drifting", "drifting()", PlanBuilder::drifting);
  }

  /**
   * Leaves out the second member, although the total counts it. The verdict is {@code INCOMPLETE}.
   *
   * @return the scenario, which needs two members
   */
  public static Scenario incomplete() {
    return new ListScenario("incomplete", "incomplete()", PlanBuilder::incomplete);
  }

  /**
   * Sends a page without members, although it is within the list. {@code readAll} and {@code read}
   * go on, and the verdict is {@code INCOMPLETE}; a loop, a stream and {@code page} throw.
   *
   * @param page 1 or more, and a page of the list
   * @return the scenario
   * @throws IllegalArgumentException if it is below 1
   */
  public static Scenario emptyPage(int page) {
    Check.that(page >= 1, "emptyPage(%s): pages count from 1", page);
    return new ListScenario("emptyPage", "emptyPage(" + page + ")", plan -> plan.emptyPage(page));
  }

  /**
   * Lists these members in the first reading alone. Another {@link ThriveStubs#given} for the
   * audience changes the list at once.
   *
   * @param userIds ids of members, one or more
   * @return the scenario
   * @throws IllegalArgumentException if there is none, or if an id is blank or a duplicate
   */
  public static Scenario leavesBetweenReadings(String... userIds) {
    List<String> ids = ids("leavesBetweenReadings", userIds);
    return new ListScenario(
        "leavesBetweenReadings",
        "leavesBetweenReadings(" + ids.size() + " ids)",
        plan -> plan.leaving(ids));
  }

  /**
   * Lists these members from the second reading on, at the end.
   *
   * @param userIds ids of people who are no members yet, one or more
   * @return the scenario
   * @throws IllegalArgumentException if there is none, or if an id is blank or a duplicate
   */
  public static Scenario joins(String... userIds) {
    List<String> ids = ids("joins", userIds);
    return new ListScenario("joins", "joins(" + ids.size() + " ids)", plan -> plan.joining(ids));
  }

  private static List<String> ids(String name, String... userIds) {
    Check.that(userIds.length > 0, "%s() needs an id", name);
    GeneratedMembers.of(name, userIds);
    return List.of(userIds);
  }

  /**
   * Responds to each request for the audience after a delay, of real time.
   *
   * @param delay more than zero, at most a minute
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Scenario slow(Duration delay) {
    Objects.requireNonNull(delay, "delay");
    Check.that(
        delay.compareTo(Duration.ZERO) > 0 && delay.compareTo(MAX_DELAY) <= 0,
        "slow(%s): must be more than zero and at most a minute",
        delay);
    return new ListScenario("slow", "slow(" + delay + ")", plan -> plan.delay(delay));
  }

  /**
   * Responds once with 429 and {@code Retry-After: 0}, as {@code throttledFor(1)}.
   *
   * @return the scenario
   */
  public static Fault throttledOnce() {
    return Faults.times("throttledOnce", "throttledOnce()", 1, () -> Responses.throttled(0));
  }

  /**
   * Responds to a number of requests with 429 and {@code Retry-After: 0}. A client of the stubs
   * sends them again after milliseconds, up to 30 in a row within its {@code callTimeout}: each one
   * lowers its rate. A client that does not know its {@code requestsPerSecond} has a low rate from
   * the first one on, so that each can take a second or two.
   *
   * @param requests 1 to 1,000
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Fault throttledFor(int requests) {
    Check.range("throttledFor", requests, 1, MAX_TIMES);
    return Faults.times(
        "throttledFor", "throttledFor(" + requests + ")", requests, () -> Responses.throttled(0));
  }

  /**
   * Responds with 429 until this time is over, of real time, and says in {@code Retry-After} how
   * many seconds are left. A client that allows less time for a call does not wait: an hour is a
   * {@code RateLimitedException} at once.
   *
   * @param time 1 second to a day; it begins with the first request
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Fault throttledFor(Duration time) {
    Objects.requireNonNull(time, "time");
    Check.that(
        time.toSeconds() >= 1 && time.compareTo(MAX_THROTTLING) <= 0,
        "throttledFor(%s): must be 1 second, since Retry-After counts seconds, to a day",
        time);
    return new Fault(
        "throttledFor", "throttledFor(" + time + ")", true, () -> new TimedThrottling(time));
  }

  /**
   * Responds once with an error, and with the body that the API documents.
   *
   * @param status 400 to 599
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Fault failsOnce(int status) {
    Check.errorStatus("failsOnce", status);
    return Faults.once("failsOnce", "failsOnce(" + status + ")", () -> Responses.error(status));
  }

  /**
   * Responds with an error from now on, and with the body that the API documents.
   *
   * @param status 400 to 599
   * @return the scenario
   * @throws IllegalArgumentException if it is out of range
   */
  public static Fault fails(int status) {
    Check.errorStatus("fails", status);
    return Faults.lasting("fails", "fails(" + status + ")", () -> Responses.error(status));
  }

  /**
   * Closes the connection of one request by a TCP reset, before a response. The JDK's HTTP client
   * sends the request again by itself, once, so that a client reports no retry.
   *
   * @return the scenario
   */
  public static Fault resetsOnce() {
    return Faults.once("resetsOnce", "resetsOnce()", Responses::reset);
  }

  /**
   * Responds with 502 and a page of HTML, as a gateway does whose API is down, from now on.
   *
   * @return the scenario
   */
  public static Fault gatewayHtml() {
    return Faults.lasting("gatewayHtml", "gatewayHtml()", Responses::gateway);
  }

  /**
   * Responds once with 502 and a page of HTML.
   *
   * @return the scenario
   */
  public static Fault gatewayHtmlOnce() {
    return Faults.once("gatewayHtmlOnce", "gatewayHtmlOnce()", Responses::gateway);
  }

  /**
   * Rejects all access tokens with 401, whatever the audience, until a request has a new one.
   *
   * @return the scenario
   */
  public static Fault tokenExpires() {
    return new Fault("tokenExpires", "tokenExpires()", false, TokenExpiry::new);
  }

  /**
   * Revokes the secret: from the first request for this audience on, all requests get 401, whatever
   * their audience, and the token endpoint responds with {@code invalid_client}.
   *
   * @return the scenario
   */
  public static Fault secretRevoked() {
    return new Fault(
        "secretRevoked", "secretRevoked()", true, () -> (request, tenant) -> tenant.revoke());
  }

  /**
   * Responds to no request any more, and leaves the connection open. A client waits for its {@code
   * requestTimeout}.
   *
   * @return the scenario
   */
  public static Fault stopsAnswering() {
    return new Fault(
        "stopsAnswering", "stopsAnswering()", true, () -> (request, tenant) -> Responses.none());
  }
}
