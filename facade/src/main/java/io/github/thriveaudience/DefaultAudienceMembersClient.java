package io.github.thriveaudience;

import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.listing.ApiPageSource;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageThreads;
import java.util.Collection;
import java.util.concurrent.Executor;

/** A client that calls the API. */
final class DefaultAudienceMembersClient implements AudienceMembersClient {
  static final String CLOSED = "this client is closed";

  private final Connection connection;
  private final PageSize pageSize;
  private final Executor pageThreads = PageThreads.create();
  private final MembersGateway gateway;

  DefaultAudienceMembersClient(Connection connection, MembersGateway gateway, PageSize pageSize) {
    this.connection = connection;
    this.gateway = gateway;
    this.pageSize = pageSize;
    connection.events().onOpen(gateway.queue());
  }

  @Override
  public Members members(String audience) {
    PathSegments.check("audience", audience);
    connection.lifetime().requireOpen();
    PageSource pages = new ApiPageSource(gateway, connection, audience, pageSize);
    return new DefaultMembers(pages, pageThreads, connection.time());
  }

  @Override
  public MembersOfEach membersOfEach(Collection<String> audiences) {
    connection.lifetime().requireOpen();
    return new DefaultMembersOfEach(this::members, audiences, pageThreads, connection.time());
  }

  @Override
  public void close() {
    connection.close();
  }
}
