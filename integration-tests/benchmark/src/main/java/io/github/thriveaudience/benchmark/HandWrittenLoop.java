package io.github.thriveaudience.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reference for all ratios: a careful hand-written loop over the JDK's HTTP client and Jackson
 * for this endpoint. It has no retries, typed errors or checks; the other clients have some of
 * them.
 */
final class HandWrittenLoop extends PageByPageClient<HandWrittenLoop.Page> {
  private static final ObjectReader PAGE =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Page.class);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String authorization = TestAccount.authorization();
  private final URI baseUri;

  HandWrittenLoop(URI baseUri) {
    this.baseUri = baseUri;
  }

  @Override
  public Page page(String audience, int number) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(request(audience, number), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("page " + number + ": status " + response.statusCode());
    }
    return PAGE.readValue(response.body());
  }

  private HttpRequest request(String audience, int number) {
    String segment = URLEncoder.encode(audience, StandardCharsets.UTF_8).replace("+", "%20");
    String query = "?page=" + number + "&perPage=" + TestAccount.PAGE_SIZE;
    return HttpRequest.newBuilder(
            URI.create(baseUri + "/audiences/" + segment + "/members" + query))
        .header("Authorization", authorization)
        .header("Accept", "application/json")
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  @Override
  int totalPages(Page page) {
    return page.pagination.totalPages;
  }

  @Override
  void members(Page page, Consumer<String> userIds) {
    for (Member member : page.results) {
      userIds.accept(member.userId);
    }
  }

  /** Plain fields, which Jackson fills with fewer allocations than a constructor. */
  static final class Page {
    public List<Member> results = List.of();
    public Pagination pagination = new Pagination();
  }

  /** One entry of a page. */
  static final class Member {
    public String userId = "";
    public @Nullable String reference;
    public @Nullable String email;
  }

  /** The position of a page in its listing. */
  static final class Pagination {
    public int totalResults;
    public int totalPages;
    public int page;
    public int perPage;
  }
}
