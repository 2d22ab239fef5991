package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.call.ContextPropagation;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.config.Addresses;
import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.listing.ApiPageSources;
import io.github.thriveaudience.internal.listing.ClientFactory;
import io.github.thriveaudience.internal.listing.PageThreads;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.internal.token.CheckedCredentials;
import io.github.thriveaudience.internal.token.SuppliedAuthentication;
import io.github.thriveaudience.internal.token.SuppliedCredentials;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of the endpoint that lists an audience's members.
 *
 * <p>Immutable and thread-safe. Make one per environment and share it, since it keeps connections
 * open between calls; close it at the end.
 *
 * <pre>{@code
 * try (var thrive = AudienceMembersClient.builder()
 *     .environment(ThriveEnvironment.PRODUCTION)
 *     .credentials(Credentials.basic(tenantId, apiSecret))
 *     .build()) {
 *   for (AudienceMember member : thrive.members("tech-team")) {
 *     System.out.println(member.userId());
 *   }
 * }
 * }</pre>
 *
 * <p>Users may implement this interface, for fakes and wrappers: methods that later versions add
 * are {@code default}.
 */
public interface AudienceMembersClient extends AutoCloseable {

  /**
   * Starts a client's configuration.
   *
   * @return a builder with every default set
   */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a client from environment variables: {@code THRIVE_ENVIRONMENT} (the case-insensitive
   * name of a {@link ThriveEnvironment}, with {@code _} or {@code -}), {@code THRIVE_TENANT_ID},
   * and either {@code THRIVE_API_SECRET} or both {@code THRIVE_CLIENT_ID} and {@code
   * THRIVE_CLIENT_SECRET}. A blank variable counts as not set.
   *
   * @return a client with every other setting at its default
   * @throws IllegalStateException if a variable is not set, contradicts another or cannot be used;
   *     the message names it
   */
  static AudienceMembersClient fromEnvironment() {
    return new EnvironmentVariables(System.getenv()).applyTo(builder()).build();
  }

  /**
   * Returns the members of an audience. No request is sent before they are read.
   *
   * @param audience the id of an audience (24 hexadecimal digits) or its reference: well-formed
   *     Unicode, not blank, and neither {@code .} nor {@code ..}, not even between slashes or
   *     backslashes, because proxies resolve them (RFC 3986, section 5.2.4). It is sent exactly as
   *     given. Many servers refuse {@code /}, {@code \} and {@code %} in an address: prefer the id
   *     where the reference has one
   * @return a description to read from, as often as wanted
   * @throws IllegalArgumentException if the audience breaks one of these rules
   * @throws IllegalStateException if this client is closed
   */
  Members members(String audience);

  /**
   * Returns the members of several audiences, to be read in turn or several audiences at once. No
   * request is sent before they are read. Each audience is read as {@link #members} returns it.
   *
   * @param audiences the ids or references of audiences, each as for {@link #members}; at least
   *     one. They are copied, and read in their order. A duplicate is read once
   * @return a description to read from, as often as wanted
   * @throws IllegalArgumentException if there is no audience, or if one breaks a rule of {@link
   *     #members}; the message names its position, counted from 0
   * @throws NullPointerException if the collection or an audience is null; the message names the
   *     position
   * @throws IllegalStateException if this client is closed; a client of another implementation may
   *     throw it later
   */
  default MembersOfEach membersOfEach(Collection<String> audiences) {
    return new DefaultMembersOfEach(
        Audiences.of(
            this::members,
            audiences,
            PageThreads.create(ContextPropagation.decorator()),
            Time.SYSTEM));
  }

  /**
   * Compares the members of several audiences with those that the caller knows, in turn or several
   * audiences at once. No request is sent before they are read. Each audience is compared as by
   * {@link Members#changesSince(KnownMembers, ChangePolicy)}.
   *
   * @param known the members that the caller's system has, by the id or reference of the audience,
   *     each as for {@link #members}; at least one. The map is copied, and the audiences are read
   *     in its order
   * @param policy what proves that somebody has left, and how many may leave each audience at once
   * @return a description to read from, as often as wanted
   * @throws IllegalArgumentException if there is no audience, if one breaks a rule of {@link
   *     #members}, or if one has a {@link io.github.thriveaudience.listing.MembershipState} of
   *     another audience or environment
   * @throws NullPointerException if an argument, an audience or the known members of one are null
   * @throws IllegalStateException if this client is closed; a client of another implementation may
   *     throw it later
   */
  default ChangesOfEach changesOfEach(
      Map<String, ? extends KnownMembers> known, ChangePolicy policy) {
    return DefaultChangesOfEach.of(
        Audiences.of(
            this::members,
            known.keySet(),
            PageThreads.create(ContextPropagation.decorator()),
            Time.SYSTEM),
        known,
        policy);
  }

  /**
   * Compares the members of several audiences with those that the caller knows, with {@link
   * ChangePolicy#defaults}: see {@link #changesOfEach(Map, ChangePolicy)}.
   *
   * @param known the members that the caller's system has, by the id or reference of the audience
   * @return a description to read from, as often as wanted
   */
  default ChangesOfEach changesOfEach(Map<String, ? extends KnownMembers> known) {
    return changesOfEach(known, ChangePolicy.defaults());
  }

  /**
   * Closes this client, and its HTTP client unless that was {@linkplain Builder#httpClient given}.
   * Calls in flight, later calls, and later reads of {@link Members} of this client throw {@link
   * IllegalStateException}. Closing twice has no effect. Before Java 21 the JDK ends the HTTP
   * client's thread and idle connections only when the garbage collector has run.
   */
  @Override
  void close();

  /**
   * The configuration of an {@link AudienceMembersClient}. Required are {@link #credentials} and
   * one of {@link #environment} and {@link #baseUri}. For one thread.
   */
  final class Builder extends ConnectionBuilder<Builder> {
    private static final int MAX_PAGE_SIZE = PageSizeParameter.PER_PAGE.maxPageSize();

    static {
      ClientFactory.register(DefaultAudienceMembersClient::new);
    }

    private @Nullable URI baseUri;
    private @Nullable Supplier<? extends Credentials> credentials;

    /** What the supplier returns, if that was given. */
    private @Nullable Credentials fixed;

    private @Nullable Integer pageSize;
    private PageSizeParameter pageSizeParameter = PageSizeParameter.PER_PAGE;

    Builder() {}

    /**
     * Sets an address in place of the environment's own, for tests and reverse proxies. The
     * credentials, or an access token, go there. OAuth credentials then need a {@link #tokenUri}
     * too, so that no token reaches a host that it was not meant for.
     *
     * @param baseUri what the API's paths are appended to: https, or http to a loopback host;
     *     without user info, query and fragment. Default: {@link ThriveEnvironment#apiBaseUri} of
     *     the environment
     * @return this
     * @throws IllegalArgumentException if the address breaks one of these rules
     */
    public Builder baseUri(URI baseUri) {
      this.baseUri = Addresses.checkBase("baseUri", baseUri);
      return this;
    }

    /**
     * Sets what the client authenticates with. It replaces a supplier that was set before.
     *
     * @param credentials the credentials; no default
     * @return this
     * @throws IllegalArgumentException if their scopes do not allow reading members, or are not
     *     granted for the public API
     */
    public Builder credentials(Credentials credentials) {
      this.fixed = ReadingScopes.check(credentials);
      this.credentials = () -> credentials;
      return this;
    }

    /**
     * Sets a supplier of what the client authenticates with, for secrets that rotate: from files
     * ({@link Credentials#fromFiles(java.nio.file.Path, java.nio.file.Path)}), a vault or any other
     * source. It replaces credentials that were set before.
     *
     * <p>The client asks the supplier when it first needs credentials, not in {@link #build()}, and
     * keeps what it returns. It asks again when the API rejects the API secret with a 401, or the
     * token endpoint rejects the Client Secret: once for a rejected secret, whatever the number of
     * calls, and at most every 5 seconds. If the supplier returns another secret, the client
     * repeats the request once, at no cost of an attempt, and a listing in flight goes on. If it
     * returns the same secret, the 401 is thrown. A new Client Secret does not invalidate a token.
     *
     * <p>One thread calls the supplier at a time: the one that sends the request, which is the
     * caller's for {@link Members#page} without a deadline, and otherwise one of the client. The
     * time that it takes counts against {@link #callTimeout}, but only an interruption of that
     * thread, by the end of the listing or of the client for one, ends it early: give it a timeout
     * of its own. It must not use the client that calls it.
     *
     * <p>A call throws a {@link io.github.thriveaudience.error.SupplierFailedException} if the
     * supplier throws an exception, or returns null or credentials that {@link #build()} or {@link
     * #credentials(Credentials)} would refuse. The same holds for credentials of another kind or
     * with another Tenant ID than before, which are those of another client. The client then keeps
     * the credentials that it has, and asks again when they are needed or rejected the next time.
     *
     * @param credentials the supplier, thread-safe if several clients share it; no default
     * @return this
     */
    public Builder credentials(Supplier<? extends Credentials> credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      this.fixed = null;
      return this;
    }

    /**
     * Sets the number of members in one response. Larger pages mean fewer requests.
     *
     * @param pageSize 1 to 1000 (API reference, {@code perPage}), or 1 to 100 with {@link
     *     PageSizeParameter#LIMIT}, which {@link #build()} checks; default: the maximum
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder pageSize(int pageSize) {
      this.pageSize = Arguments.inRange("pageSize", pageSize, MAX_PAGE_SIZE);
      return this;
    }

    /**
     * Sets the query parameter that carries the page size: for an API that obeys {@code limit}
     * alone. The other parameter is not sent.
     *
     * @param parameter {@link PageSizeParameter#PER_PAGE} for pages of 1 to 1000 members, {@link
     *     PageSizeParameter#LIMIT} for 1 to 100 (API reference); default {@code PER_PAGE}
     * @return this
     */
    public Builder pageSizeParameter(PageSizeParameter parameter) {
      this.pageSizeParameter = Objects.requireNonNull(parameter, "parameter");
      return this;
    }

    /**
     * Sets how many requests per second the client sends to the API, for users who know their
     * limit. They are spaced evenly from the first one on, whatever the number of listings. If the
     * API throttles the client nevertheless, it sends fewer. Requests for access tokens do not
     * count. Without this setting the client finds out how many the API allows, from the first
     * throttled request on.
     *
     * @param requestsPerSecond 0.001 or more, and finite; default: no limit
     * @return this
     * @throws IllegalArgumentException if it is out of range or not a number
     */
    public Builder requestsPerSecond(double requestsPerSecond) {
      settings.requestsPerSecond(requestsPerSecond);
      return this;
    }

    /**
     * Sets a header of each request to the API, such as the key of a gateway before it. Requests
     * for access tokens do not carry it: see {@link #tokenHeader(String, String)}.
     *
     * <p>It is sent exactly as given, and is in no log line, event, exception or {@code toString()}
     * of this client. Headers that a call adds, such as credentials, cannot be replaced.
     *
     * @param name a token of RFC 9110, section 5.6.2, case-insensitive; a later setting of a name
     *     replaces an earlier one. Not {@code Authorization}, {@code Host}, {@code User-Agent},
     *     {@code X-Correlation-Id}, {@code Range}, those that begin with {@code Accept}, {@code
     *     Content-}, {@code If-} or {@code Proxy-}, and those of the connection, such as {@code
     *     Connection}, {@code Expect} or {@code Upgrade}: the client or HTTP itself sets them, or
     *     relies on them
     * @param value visible ASCII characters, with spaces and tabs between them; not blank. No
     *     default
     * @return this
     * @throws IllegalArgumentException if an argument breaks one of these rules; the message does
     *     not show the value
     */
    public Builder header(String name, String value) {
      settings.header(name, value);
      return this;
    }

    /**
     * Sets a header of each request to the API, whose value may change, such as a key that is
     * rotated: see {@link #header(String, String)}.
     *
     * @param name as for {@link #header(String, String)}
     * @param value asked before each request, retries included, on the thread that sends it; it may
     *     be asked on several threads at once. Its time counts against {@link #callTimeout}, which
     *     does not interrupt it. Null means that the request does not carry the header. If it
     *     throws an exception or returns what cannot be sent, the call fails with a {@link
     *     io.github.thriveaudience.error.SupplierFailedException}, without a retry; so it does if
     *     it reads with this client
     * @return this
     * @throws IllegalArgumentException if the name breaks one of the rules
     */
    public Builder header(String name, Supplier<@Nullable String> value) {
      settings.header(name, value);
      return this;
    }

    /**
     * Makes the client. It sends no request.
     *
     * @return a client with a copy of these settings
     * @throws IllegalStateException if a required setting is missing or settings contradict each
     *     other: {@link #httpClient} and one of {@link #connectTimeout}, {@code proxy} and {@link
     *     #sslContext}; {@code proxy} and an address that is not https, or a password for it that
     *     the JDK would not send; {@link #tokenUri} without OAuth credentials, or {@link #baseUri}
     *     with OAuth credentials and without {@link #tokenUri}; addresses of several environments,
     *     or of another token service; a {@link #pageSize} above 100 with {@link
     *     PageSizeParameter#LIMIT}. Also if Jackson on the class path is older than 2.18. Nothing
     *     has been opened then
     */
    public AudienceMembersClient build() {
      Supplier<? extends Credentials> supplier = credentials;
      if (supplier == null) {
        throw new IllegalStateException("credentials must be set");
      }
      PageSize size = checkedPageSize();
      ClientEndpoints endpoints = new ClientEndpoints(environment, baseUri, tokenUri);
      if (fixed != null) {
        CheckedCredentials unused = endpoints.checked(fixed);
      }
      Connection shared = connect(endpoints.used().toList(), Lifetime.CLOSED_CLIENT);
      Authentication authentication =
          new SuppliedAuthentication(
              SuppliedCredentials.of(supplier, endpoints::checked, shared), shared);
      return new DefaultAudienceMembersClient(
          new ApiPageSources(
              shared,
              new MembersGateway(endpoints.api(), authentication, shared),
              endpoints.environmentName(),
              size));
    }

    private PageSize checkedPageSize() {
      int max = pageSizeParameter.maxPageSize();
      int size = pageSize == null ? max : pageSize;
      if (size > max) {
        throw new IllegalStateException(
            "pageSize must be 1 to " + max + " with " + pageSizeParameter + ", but was " + size);
      }
      return pageSizeParameter == PageSizeParameter.LIMIT
          ? PageSize.limit(size)
          : PageSize.perPage(size);
    }
  }
}
