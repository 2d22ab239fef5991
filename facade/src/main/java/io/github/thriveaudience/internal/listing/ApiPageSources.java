package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.http.Connection;
import java.util.concurrent.Executor;

/** Reads pages from the API. */
public final class ApiPageSources implements PageSources {
  private final Connection connection;
  private final MembersGateway gateway;
  private final String environment;
  private final PageSize pageSize;
  private final Executor threads;

  /**
   * The pages of all audiences.
   *
   * @param environment the name by which a kept state knows the API again
   * @param pageSize the number of members to request
   */
  public ApiPageSources(
      Connection connection, MembersGateway gateway, String environment, PageSize pageSize) {
    this.connection = connection;
    this.gateway = gateway;
    this.environment = environment;
    this.pageSize = pageSize;
    this.threads = PageThreads.create(connection.taskDecorator());
    connection.events().onOpen(gateway.queue());
  }

  @Override
  public PageSource of(String audience) {
    return new ApiPageSource(gateway, connection, audience, environment, pageSize);
  }

  @Override
  public String environment() {
    return environment;
  }

  @Override
  public Executor threads() {
    return threads;
  }

  @Override
  public Time time() {
    return connection.time();
  }

  @Override
  public void requireOpen() {
    gateway.requireUsable();
  }

  @Override
  public void close() {
    connection.close();
  }
}
