package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ChangesOfEach;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.MembersOfEach;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.listing.ClientFactory;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A client in memory, for unit tests: no request is sent, no thread is started, and nothing is
 * waited for. Audiences have the members that a test gives them; any other is unknown, as it is to
 * the API.
 *
 * <pre>{@code
 * FakeAudienceMembers fake = new FakeAudienceMembers();
 * fake.audience("tech-team").members(250);
 * new NightlyJob(fake).run();
 * assertThat(fake.audience("tech-team").readings()).isEqualTo(1);
 * }</pre>
 *
 * <p>Pages are read, checked, compared and reported by the same code as in the client that calls
 * the API: arguments, verdicts, exceptions and their messages are the same. What a connection does
 * is missing: retries, throttling, tokens and listeners, for which {@code ThriveStubs} has a
 * server. All work is done on the calling thread, whatever the parallelism, so that the order of
 * requests is the same each time.
 *
 * <p>Time passes by waits alone: a wait between two readings takes no time, but counts against a
 * deadline. The time of a {@code MembershipState} is that of the system.
 *
 * <p>Thread-safe, and {@linkplain #close closed} like a client.
 */
public final class FakeAudienceMembers implements AudienceMembersClient {
  private static final int MAX_PAGE_SIZE = 1000;

  private final FakeServer server;
  private final AudienceMembersClient client;

  /**
   * Creates a client without audiences, whose environment is {@code FAKE} in messages and states.
   */
  public FakeAudienceMembers() {
    this(TestEndpoint.FAKE);
  }

  /**
   * Creates a client without audiences.
   *
   * @param environment names the environment in messages and states, so that a state of the
   *     environment can be compared
   */
  public FakeAudienceMembers(ThriveEnvironment environment) {
    this(TestEndpoint.of(environment));
  }

  private FakeAudienceMembers(Endpoint endpoint) {
    // Initializes the class that registers how a client is made.
    Objects.requireNonNull(AudienceMembersClient.builder());
    this.server = new FakeServer(endpoint, MAX_PAGE_SIZE);
    this.client = ClientFactory.create(AudienceMembersClient.class, server);
  }

  /**
   * Returns an audience. It exists from the first call on, without members at first.
   *
   * @param audience its id or reference, by the rules of {@link #members}
   * @return the audience, to be changed and asked what was requested
   * @throws IllegalArgumentException if the audience breaks one of the rules
   */
  public FakeAudience audience(String audience) {
    return server.audience(PathSegments.check("audience", audience));
  }

  /**
   * Deletes an audience: reading it throws a {@link
   * io.github.thriveaudience.error.NotFoundException} from now on.
   *
   * @param audience its id or reference; nothing happens if there is none
   * @return this
   */
  public FakeAudienceMembers remove(String audience) {
    server.remove(audience);
    return this;
  }

  /**
   * Sets the number of members on a page.
   *
   * @param pageSize 1 to 1000; default 1000, as that of a client
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public FakeAudienceMembers pageSize(int pageSize) {
    server.pageSize(Arguments.inRange("pageSize", pageSize, MAX_PAGE_SIZE));
    return this;
  }

  /**
   * Lets each request fail from now on, whatever the audience, before the failures of an audience.
   *
   * @param failure thrown each time, as it is
   * @return this
   */
  public FakeAudienceMembers fails(ThriveException failure) {
    Objects.requireNonNull(failure, "failure");
    return fails(() -> failure);
  }

  /**
   * Lets each request fail from now on, whatever the audience, before the failures of an audience.
   *
   * @param failure creates what is thrown, for each request; called on the thread that reads
   * @return this
   */
  public FakeAudienceMembers fails(Supplier<? extends ThriveException> failure) {
    server.failures().always(failure);
    return this;
  }

  /**
   * Ends what {@link #fails(ThriveException)} began. Failures that were set for one audience stay.
   *
   * @return this
   */
  public FakeAudienceMembers recovers() {
    server.failures().end();
    return this;
  }

  /**
   * The audience of each request for a page, unknown audiences included.
   *
   * @return a copy, in the order of the requests
   */
  public List<String> requests() {
    return server.requested();
  }

  /**
   * Whether the program closed the client.
   *
   * @return true after {@link #close}
   */
  public boolean isClosed() {
    return server.isClosed();
  }

  @Override
  public Members members(String audience) {
    return client.members(audience);
  }

  @Override
  public MembersOfEach membersOfEach(Collection<String> audiences) {
    return client.membersOfEach(audiences);
  }

  @Override
  public ChangesOfEach changesOfEach(
      Map<String, ? extends KnownMembers> known, ChangePolicy policy) {
    return client.changesOfEach(known, policy);
  }

  /**
   * Closes this client: later calls, and later reads of {@link Members}, throw {@link
   * IllegalStateException}. Its audiences can still be changed and asked. Closing twice has no
   * effect.
   */
  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "FakeAudienceMembers[" + server.environment() + "]";
  }
}
