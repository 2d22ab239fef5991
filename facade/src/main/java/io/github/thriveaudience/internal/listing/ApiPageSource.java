package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;

/** Reads the pages of one audience from the API and validates them. */
public final class ApiPageSource implements PageSource {
  private final MembersGateway gateway;
  private final Connection connection;
  private final String audience;
  private final String environment;
  private final PageSize pageSize;
  private final String subject;

  /**
   * The pages of an audience.
   *
   * @param environment the name by which a kept state knows the API again
   * @param pageSize the number of members to request
   */
  public ApiPageSource(
      MembersGateway gateway,
      Connection connection,
      String audience,
      String environment,
      PageSize pageSize) {
    this.gateway = gateway;
    this.connection = connection;
    this.audience = audience;
    this.environment = environment;
    this.pageSize = pageSize;
    this.subject = gateway.subject(audience);
  }

  @Override
  public MembersPage read(PageRequest request) {
    requireOpen();
    return gateway.list(
        audience,
        request.page(),
        pageSize,
        request.owner(),
        (response, context) ->
            new PageValidator(context.call()::malformed)
                .check(response, request)
                .withHeaders(context.headers()));
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    connection.retries().sleep(wait, null);
  }

  @Override
  public void requireOpen() {
    gateway.requireUsable();
  }

  @Override
  public String subject() {
    return subject;
  }

  @Override
  public String audience() {
    return audience;
  }

  @Override
  public String environment() {
    return environment;
  }

  @Override
  public ListingInfo listing() {
    return gateway.listing();
  }

  @Override
  public Span<ListingEvent> startListing(ListingInfo listing) {
    return connection.events().startListing(listing);
  }
}
