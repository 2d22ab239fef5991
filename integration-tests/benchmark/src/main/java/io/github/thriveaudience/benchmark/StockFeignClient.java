package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.benchmark.stock.feign.ApiClient;
import io.github.thriveaudience.benchmark.stock.feign.api.MembersApi;
import io.github.thriveaudience.benchmark.stock.feign.model.AudienceMembers;
import java.net.URI;
import java.util.function.Consumer;

/** The generator's stock library {@code feign}: Feign over OkHttp, with Jackson. */
final class StockFeignClient extends PageByPageClient<AudienceMembers> {
  private final MembersApi members;

  StockFeignClient(URI baseUri) {
    ApiClient client = new ApiClient("basicAuth");
    client.setBasePath(baseUri.toString());
    client.setCredentials(TestAccount.TENANT, TestAccount.SECRET);
    members = client.buildClient(MembersApi.class);
  }

  @Override
  public AudienceMembers page(String audience, int number) {
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
