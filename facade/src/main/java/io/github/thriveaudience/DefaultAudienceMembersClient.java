package io.github.thriveaudience;

import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.changes.StateOrigin;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.listing.ApiPageSource;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageThreads;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executor;

/** A client that calls the API. */
final class DefaultAudienceMembersClient implements AudienceMembersClient {
  static final String CLOSED = "this client is closed";

  private final Connection connection;
  private final String environment;
  private final PageSize pageSize;
  private final Executor pageThreads = PageThreads.create();
  private final MembersGateway gateway;

  DefaultAudienceMembersClient(
      Connection connection, MembersGateway gateway, String environment, PageSize pageSize) {
    this.connection = connection;
    this.environment = environment;
    this.gateway = gateway;
    this.pageSize = pageSize;
    connection.events().onOpen(gateway.queue());
  }

  @Override
  public Members members(String audience) {
    PathSegments.check("audience", audience);
    connection.lifetime().requireOpen();
    PageSource pages = new ApiPageSource(gateway, connection, audience, environment, pageSize);
    return new DefaultMembers(pages, pageThreads, connection.time());
  }

  @Override
  public MembersOfEach membersOfEach(Collection<String> audiences) {
    connection.lifetime().requireOpen();
    return new DefaultMembersOfEach(each(audiences));
  }

  @Override
  public ChangesOfEach changesOfEach(
      Map<String, ? extends KnownMembers> known, ChangePolicy policy) {
    connection.lifetime().requireOpen();
    ChangesOfEach changes = DefaultChangesOfEach.of(each(known.keySet()), known, policy);
    known.values().forEach(each -> StateOrigin.requireEnvironment(each, environment));
    return changes;
  }

  private Audiences each(Collection<String> names) {
    return Audiences.of(this::members, names, pageThreads, connection.time());
  }

  @Override
  public void close() {
    connection.close();
  }
}
