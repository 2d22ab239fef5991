package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.benchmark.peer.nativeclient.ApiClient;
import io.github.thriveaudience.benchmark.peer.nativeclient.ApiException;
import io.github.thriveaudience.benchmark.peer.nativeclient.api.MembersApi;
import io.github.thriveaudience.benchmark.peer.nativeclient.model.AudienceMembers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.function.Consumer;

/** The generator's stock library {@code native}: the JDK's HTTP client and Jackson. */
final class NativePeer extends PageByPage<AudienceMembers> {
  private final MembersApi members;

  NativePeer(URI baseUri) {
    String authorization = TestAccount.authorization();
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUri.toString());
    client.setHttpClientBuilder(http1());
    // It has no setting for credentials: an interceptor is its documented way.
    client.setRequestInterceptor(
        (HttpRequest.Builder request) -> request.header("Authorization", authorization));
    members = new MembersApi(client);
  }

  /** Spares it the headers that ask for an upgrade to HTTP/2. */
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
