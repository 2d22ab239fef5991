package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.benchmark.stock.okhttp.ApiClient;
import io.github.thriveaudience.benchmark.stock.okhttp.ApiException;
import io.github.thriveaudience.benchmark.stock.okhttp.api.MembersApi;
import io.github.thriveaudience.benchmark.stock.okhttp.model.AudienceMembers;
import java.net.URI;
import java.util.function.Consumer;

/** The generator's stock library {@code okhttp-gson}, which is its default. */
final class StockOkHttpGsonClient extends PageByPageClient<AudienceMembers> {
  private final MembersApi members;

  StockOkHttpGsonClient(URI baseUri) {
    ApiClient client = new ApiClient();
    client.setBasePath(baseUri.toString());
    client.setUsername(TestAccount.TENANT);
    client.setPassword(TestAccount.SECRET);
    members = new MembersApi(client);
  }

  @Override
  public AudienceMembers page(String audience, int number) throws ApiException {
    return members.listMembers(audience, number, TestAccount.PAGE_SIZE, null);
  }

  @Override
  int totalPages(AudienceMembers page) {
    return page.getPagination().getTotalPages().intValue();
  }

  @Override
  void members(AudienceMembers page, Consumer<String> userIds) {
    page.getResults().forEach(member -> userIds.accept(member.getUserId()));
  }
}
