package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.benchmark.stock.nativeclient.ApiClient;
import io.github.thriveaudience.benchmark.stock.nativeclient.ApiException;
import io.github.thriveaudience.benchmark.stock.nativeclient.api.MembersApi;
import io.github.thriveaudience.benchmark.stock.nativeclient.model.AudienceMembers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.function.Consumer;

/** The generator's stock library {@code native}: the JDK's HTTP client and Jackson. */
final class StockNativeClient extends PageByPageClient<AudienceMembers> {
  private final MembersApi members;

  StockNativeClient(URI baseUri) {
    String authorization = TestAccount.authorization();
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUri.toString());
    client.setHttpClientBuilder(http1());
    // It has no setting for credentials; its documentation recommends an interceptor.
    client.setRequestInterceptor(
        (HttpRequest.Builder request) -> request.header("Authorization", authorization));
    members = new MembersApi(client);
  }

  /** Avoids the headers that request an upgrade to HTTP/2. */
  private static HttpClient.Builder http1() {
    return ApiClient.createDefaultHttpClientBuilder().version(HttpClient.Version.HTTP_1_1);
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
