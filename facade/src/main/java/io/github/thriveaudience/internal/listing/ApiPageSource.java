package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;
import java.util.function.Supplier;

/** Pages of one audience from the API, each checked against what was asked for. */
public final class ApiPageSource implements PageSource {
  private final Supplier<MembersGateway> gateway;
  private final Connection connection;
  private final String audience;
  private final PageSize pageSize;
  private final String subject;

  /**
   * A source that asks for the gateway each time, since the client can be closed in between.
   *
   * @param connection ends waits when it is closed
   * @param pageSize the number of members to ask for
   */
  public ApiPageSource(
      Supplier<MembersGateway> gateway, Connection connection, String audience, PageSize pageSize) {
    this.gateway = gateway;
    this.connection = connection;
    this.audience = audience;
    this.pageSize = pageSize;
    this.subject = gateway.get().subject(audience);
  }

  @Override
  public MembersPage read(PageRequest request) {
    MembersGateway open = gateway.get();
    return open.list(
        audience,
        request.page(),
        pageSize,
        request.listener(),
        (answer, malformed) -> new PageValidator(malformed).check(answer, request));
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    connection.retries().sleep(wait, null);
  }

  @Override
  public void requireOpen() {
    MembersGateway unused = gateway.get();
  }

  @Override
  public String subject() {
    return subject;
  }
}
