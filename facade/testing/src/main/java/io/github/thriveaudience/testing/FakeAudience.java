package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * An audience of a {@link FakeAudienceMembers}: its members, how its readings end, and what was
 * requested. Every change takes effect with the next request of a page. Thread-safe.
 *
 * <pre>{@code
 * fake.audience("tech-team").members(250).drifting();
 * }</pre>
 */
public final class FakeAudience {
  private final FakeServer server;
  private final String name;
  private final FakeList list;
  private final FakeFailures failures = new FakeFailures();
  private final List<Integer> requests = new CopyOnWriteArrayList<>();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final FakeReadings readings;

  FakeAudience(FakeServer server, String name) {
    this.server = server;
    this.name = name;
    this.list = new FakeList(name);
    this.readings = new FakeReadings(list::readingBegins);
  }

  /**
   * Sets the members, in the order in which they are listed. They replace the earlier ones.
   *
   * @param members the members, which are copied; default: none
   * @return this
   * @throws IllegalArgumentException if two have the same user id; the message names their
   *     positions, counted from 0
   */
  public FakeAudience members(Collection<AudienceMember> members) {
    list.set(members);
    return this;
  }

  /**
   * Sets the members, as {@link #members(Collection)} does.
   *
   * @param members the members; default: none
   * @return this
   * @throws IllegalArgumentException if two have the same user id
   */
  public FakeAudience members(AudienceMember... members) {
    return members(Arrays.asList(members));
  }

  /**
   * Sets members that differ from each other: see {@link TestMembers#of}. They replace the earlier
   * ones.
   *
   * @param number how many, 0 or more
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public FakeAudience members(int number) {
    return members(TestMembers.of(number));
  }

  /**
   * Adds members at the end of the list.
   *
   * @param members the members who join
   * @return this
   * @throws IllegalArgumentException if one is a member already
   */
  public FakeAudience add(AudienceMember... members) {
    list.add(Arrays.asList(members));
    return this;
  }

  /**
   * Removes members from the list.
   *
   * @param userIds the ids of the members who leave
   * @return this
   * @throws IllegalArgumentException if one is no member
   */
  public FakeAudience remove(String... userIds) {
    list.remove(Arrays.asList(userIds));
    return this;
  }

  /**
   * Replaces members by others with the same user id, such as one with another e-mail address.
   *
   * @param members the members as they are from now on
   * @return this
   * @throws IllegalArgumentException if one is no member
   */
  public FakeAudience replace(AudienceMember... members) {
    list.replace(Arrays.asList(members));
    return this;
  }

  /**
   * Adds members at the end of the list once the audience has been read once more: the next reading
   * does not list them, and the one after it does. That is between two readings of {@code readAll}
   * or {@code changesSince}, if they read more than once.
   *
   * @param members the members who join; one who is a member then is left as it is
   * @return this
   */
  public FakeAudience joins(AudienceMember... members) {
    list.joinLater(List.of(members), readings.begun());
    return this;
  }

  /**
   * Removes members from the list once the audience has been read once more, as {@link #joins} adds
   * them: the next reading lists them, and the one after it does not.
   *
   * @param userIds the ids of the members who leave; one who is no member then is left out
   * @return this
   */
  public FakeAudience leavesBetweenReadings(String... userIds) {
    list.leaveLater(List.of(userIds), readings.begun());
    return this;
  }

  /**
   * Lets the list seem to change during each reading, so that the verdict is {@link
   * Verdict#DRIFTED}. Short for {@code verdicts(Verdict.DRIFTED)}.
   *
   * @return this
   */
  public FakeAudience drifting() {
    return verdicts(Verdict.DRIFTED);
  }

  /**
   * Announces more members than are listed, so that the verdict is {@link Verdict#INCOMPLETE}.
   * Short for {@code verdicts(Verdict.INCOMPLETE)}.
   *
   * @return this
   */
  public FakeAudience incomplete() {
    return verdicts(Verdict.INCOMPLETE);
  }

  /**
   * Sets the verdicts of {@code read}, {@code readAll} and {@code changesSince}. All members are
   * delivered whatever the verdict: with {@link Verdict#DRIFTED} the last page announces one member
   * fewer than there are, with {@link Verdict#INCOMPLETE} each page announces one more. A loop, a
   * stream and {@code page} have no verdict; to them the list does not change.
   *
   * <p>A reading that fails or does not begin with the first page is {@code INCOMPLETE} in any
   * case. An empty audience cannot be {@code DRIFTED}: reading it throws an {@link
   * IllegalStateException}.
   *
   * @param inTurn the verdict of the next reading, of the one after it, and so on; the last one is
   *     for all that follow. Default: {@link Verdict#CONSISTENT}
   * @return this
   * @throws IllegalArgumentException if there is no verdict
   */
  public FakeAudience verdicts(Verdict... inTurn) {
    readings.verdicts(List.of(inTurn));
    return this;
  }

  /**
   * Lets each request fail from now on. The fake does not retry: a program sees at once what the
   * client throws after its last retry.
   *
   * @param failure thrown each time, as it is
   * @return this
   */
  public FakeAudience fails(ThriveException failure) {
    Objects.requireNonNull(failure, "failure");
    return fails(() -> failure);
  }

  /**
   * Lets each request fail from now on.
   *
   * @param failure creates what is thrown, for each request; called on the thread that reads
   * @return this
   */
  public FakeAudience fails(Supplier<? extends ThriveException> failure) {
    failures.always(failure);
    return this;
  }

  /**
   * Lets each request fail from now on with the exception of a status, whose message is that of the
   * client.
   *
   * @param status the status of the response, such as 503
   * @return this
   * @throws IllegalArgumentException if it is not a status of an error
   */
  public FakeAudience fails(int status) {
    ApiFailures.requireError(status);
    return fails(() -> server.failure(name, status));
  }

  /**
   * Lets the next request fail, and those after it succeed.
   *
   * @param failure thrown once
   * @return this
   */
  public FakeAudience failsOnce(ThriveException failure) {
    Objects.requireNonNull(failure, "failure");
    failures.once(() -> failure);
    return this;
  }

  /**
   * Lets the next request fail with the exception of a status, and those after it succeed.
   *
   * @param status the status of the response, such as 503
   * @return this
   * @throws IllegalArgumentException if it is not a status of an error
   */
  public FakeAudience failsOnce(int status) {
    ApiFailures.requireError(status);
    failures.once(() -> server.failure(name, status));
    return this;
  }

  /**
   * Lets the next request of a page fail, so that a reading ends after the members before it. What
   * was read is in the report of the exception: see {@code Members.resume}.
   *
   * @param page the number of the page, counted from 1
   * @param failure thrown once
   * @return this
   * @throws IllegalArgumentException if the page is below 1
   */
  public FakeAudience failsOnceAtPage(int page, ThriveException failure) {
    Objects.requireNonNull(failure, "failure");
    failures.onceAtPage(page, () -> failure);
    return this;
  }

  /**
   * Ends all failures that were set for this audience.
   *
   * @return this
   */
  public FakeAudience recovers() {
    failures.end();
    return this;
  }

  /**
   * How often the audience was read: each loop, stream, {@code page} and {@code read} counts once,
   * {@code readAll} and {@code changesSince} count as often as they read it. One that failed or was
   * left early counts too.
   *
   * @return 0 or more
   */
  public int readings() {
    return readings.begun();
  }

  /**
   * The numbers of the pages that were requested, in the order of the requests.
   *
   * @return a copy
   */
  public List<Integer> requests() {
    return List.copyOf(requests);
  }

  /**
   * The waits between readings, which the fake does not wait.
   *
   * @return a copy, in the order of the waits
   */
  public List<Duration> waits() {
    return List.copyOf(waits);
  }

  void waited(Duration wait) {
    waits.add(wait);
  }

  /** The response to a request. */
  AudienceMembers respond(PageRequest request, int perPage) {
    requests.add(request.page());
    Verdict verdict = readings.verdictOf(request);
    failures.check(request.page());
    return list.respond(request.page(), perPage, verdict);
  }
}
