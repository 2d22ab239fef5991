package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("contract")
class PagingTest extends WireTest {
  private static final int PAGE_SIZE = 10;

  private final Members members = builder().pageSize(PAGE_SIZE).build().members("tech-team");

  @ParameterizedTest(name = "{0} members in {1} requests")
  @CsvSource({"0, 1", "1, 1", "9, 1", "10, 1", "11, 2", "20, 2", "25, 3"})
  void listsEveryMemberOnceAndInOrder(int total, int pages) {
    serve(total, PAGE_SIZE);

    assertThat(members).extracting(AudienceMember::userId).isEqualTo(ids(1, total));

    assertThat(requestedPages())
        .isEqualTo(IntStream.rangeClosed(1, pages).mapToObj(String::valueOf).toList());
  }

  @Test
  void followsAServerThatLowersThePageSize() {
    serve(25, 4);

    assertThat(members).extracting(AudienceMember::userId).isEqualTo(ids(1, 25));

    assertThat(requests()).hasSize(7);
    assertThat(requests())
        .allSatisfy(
            request -> assertThat(request.queryParameter("perPage").firstValue()).isEqualTo("10"));
  }

  @Test
  void startsAtTheFirstPageEachTime() {
    serve(11, PAGE_SIZE);

    assertThat(members).hasSize(11);
    assertThat(members.stream()).hasSize(11);

    assertThat(requestedPages()).containsExactly("1", "2", "1", "2");
  }

  @Test
  void requestsNothingBeforeTheFirstMemberIsNeeded() {
    serve(25, PAGE_SIZE);

    Iterator<AudienceMember> iterator = members.iterator();
    members.stream();
    assertThat(requests()).isEmpty();

    iterator.next();
    awaitRequests(2, iterator);
    assertThat(requestedPages()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void requestsNoMoreThanAStreamNeedsAndOnePageAhead() {
    serve(25, PAGE_SIZE);

    Iterator<AudienceMember> stream = members.stream().skip(10).iterator();
    assertThat(stream.next().userId()).isEqualTo(Pages.id(11));

    awaitRequests(3, stream);
    assertThat(requestedPages()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void requestsOnePageByOneRequest() {
    serve(25, PAGE_SIZE);

    assertThat(members.page(3).members()).extracting(AudienceMember::userId).isEqualTo(ids(21, 25));

    assertThat(requestedPages()).containsExactly("3");
  }

  @Test
  void pageBeyondTheLastIsEmpty() {
    servePage(9, Pages.page("[]", 25, 3, 9, 10));

    assertThat(members.page(9).members()).isEmpty();
    assertThat(members.page(9).hasNext()).isFalse();
  }

  @Test
  void endsWhereTheAudienceShrinks() {
    servePage(1, Pages.page(25, 1, 10));
    servePage(2, Pages.page("[]", 8, 1, 2, 10));

    assertThat(members).hasSize(10);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void emptyPageInTheMiddleIsMalformed() {
    servePage(1, Pages.page(25, 1, 10));
    servePage(2, Pages.page("[]", 25, 3, 2, 10));

    assertThatThrownBy(() -> members.forEach(member -> {}))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("0 members were returned on page 2");
  }

  @Test
  void emptyPageInTheMiddleMakesASnapshotIncomplete() {
    servePage(1, Pages.page(25, 1, 10));
    servePage(2, Pages.page("[]", 25, 3, 2, 10));
    servePage(3, Pages.page(25, 3, 10));

    MembersSnapshot snapshot = members.readAll();

    assertThat(snapshot.members()).hasSize(15);
    assertThat(snapshot.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(snapshot.report().evidence()).anyMatch(words -> words.startsWith("Page 2 had no"));
    assertThat(catchThrowableOfType(MalformedResponseException.class, () -> members.page(2)))
        .extracting(MalformedResponseException::correlationId)
        .isNotNull();
  }

  @Test
  void rejectsAServerThatRepeatsAPage() {
    respond(json(Pages.page(25, 1, 10)));

    assertThatThrownBy(() -> members.forEach(member -> {}))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("page 1 was returned where page 2 was requested");
    assertThat(requests()).hasSize(2);
  }

  @Test
  void failsAtAnErrorOnALaterPage() {
    servePage(1, Pages.page(25, 1, 10));
    servePage(2, json("{\"status\":404}").withStatus(404));
    Iterator<AudienceMember> iterator = members.iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());

    assertThatThrownBy(iterator::hasNext).isInstanceOf(NotFoundException.class);
  }

  @Test
  void invalidArgumentsSendNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> members.page(0));
    assertThatIllegalArgumentException().isThrownBy(() -> client().members(".."));
    assertThat(requests()).isEmpty();
  }

  @Test
  void closedClientSendsNothing() {
    serve(25, PAGE_SIZE);
    AudienceMembersClient client = builder().pageSize(PAGE_SIZE).build();
    Iterator<AudienceMember> iterator = client.members("tech-team").iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());
    awaitRequests(2, iterator);

    client.close();

    assertThatIllegalStateException().isThrownBy(iterator::next);
    assertThat(requestedPages()).containsExactlyInAnyOrder("1", "2");
  }

  /** Another thread requests the next page, unless the reader is garbage collected before. */
  private static void awaitRequests(int count, Object reader) {
    try {
      ConcurrentTasks.await(() -> requests().size() >= count);
    } finally {
      Reference.reachabilityFence(reader);
    }
  }

  private static void serve(int total, int perPage) {
    int pages = Math.max(1, (total + perPage - 1) / perPage);
    IntStream.rangeClosed(1, pages)
        .forEach(page -> servePage(page, Pages.page(total, page, perPage)));
  }

  private static void servePage(int page, String body) {
    servePage(page, json(body));
  }

  private static void servePage(int page, ResponseDefinitionBuilder response) {
    API.stubFor(
        get(urlPathEqualTo("/rest/v1/audiences/tech-team/members"))
            .withQueryParam("page", equalTo(String.valueOf(page)))
            .willReturn(response));
  }

  private static List<String> requestedPages() {
    return requests().stream().map(request -> request.queryParameter("page").firstValue()).toList();
  }

  private static List<String> ids(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Pages::id).toList();
  }
}
