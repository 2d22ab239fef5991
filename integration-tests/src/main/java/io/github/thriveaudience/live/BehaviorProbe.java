package io.github.thriveaudience.live;

import java.io.IOException;

/** Observes the API's behaviour where the documentation is silent. */
final class BehaviorProbe {
  private static final String UNKNOWN_AUDIENCE = "thrive-audience-canary-unknown";
  private static final int LARGEST_PAGE = 1000;

  private final String audience;
  private final String authorization;
  private final LiveApi api;
  private final ResponseCheck check;
  private final Findings findings;

  BehaviorProbe(
      String audience, String authorization, LiveApi api, ResponseCheck check, Findings findings) {
    this.audience = audience;
    this.authorization = authorization;
    this.api = api;
    this.check = check;
    this.findings = findings;
  }

  /**
   * Sends the requests.
   *
   * @param obeysPerPage whether {@code perPage} alone was observed to set the size of a page
   */
  void run(boolean obeysPerPage) throws IOException, InterruptedException {
    boolean obeysLimit = limitAlone();
    perPageAndLimit("perPage=1&limit=2", 1, 2);
    perPageAndLimit("perPage=2&limit=1", 2, 1);
    ApiResponse largest = largestPage();
    advise(obeysPerPage || largest.figure("perPage") == LARGEST_PAGE, obeysLimit);
    pageBeyondTheEndOf(largest);
    unknownAudience();
  }

  /** Advises which parameter a client should send. */
  private void advise(boolean obeysPerPage, boolean obeysLimit) {
    findings.observation(
        obeysPerPage
            ? "Take pageSizeParameter(PER_PAGE), the default: perPage alone sets the size of a page"
            : obeysLimit
                ? "Take pageSizeParameter(LIMIT): limit alone sets the size of a page, perPage does not"
                : "Take pageSizeParameter(PER_PAGE), the default: neither perPage nor limit was seen"
                    + " to set the size of a page");
  }

  private boolean limitAlone() throws IOException, InterruptedException {
    ApiResponse response = page("page=1&limit=1");
    if (response.succeeded()) {
      findings.observation(
          response.figure("perPage") == 1
              ? "limit alone sets the size of a page"
              : "limit alone is ignored: a page has " + response.figure("perPage"));
    }
    return response.figure("perPage") == 1;
  }

  private void perPageAndLimit(String query, int perPage, int limit)
      throws IOException, InterruptedException {
    ApiResponse response = page("page=1&" + query);
    if (!response.succeeded()) {
      findings.observation(query + ": status " + response.status());
      return;
    }
    long size = response.figure("perPage");
    String winner =
        size == perPage ? "perPage wins" : size == limit ? "limit wins" : "neither wins";
    findings.observation(
        query
            + ": "
            + winner
            + ", the page says perPage "
            + size
            + " and has "
            + atMostTwo(response));
  }

  private static String atMostTwo(ApiResponse response) {
    return switch (response.members()) {
      case 0 -> "no members";
      case 1 -> "1 member";
      case 2 -> "2 members";
      default -> "more members than asked for";
    };
  }

  private ApiResponse largestPage() throws IOException, InterruptedException {
    ApiResponse response = page("page=1&perPage=" + LARGEST_PAGE);
    if (response.succeeded()) {
      long size = response.figure("perPage");
      findings.observation(
          size == LARGEST_PAGE
              ? "perPage=1000 is taken as it is"
              : "perPage=1000 is changed to " + size);
    }
    return response;
  }

  private void pageBeyondTheEndOf(ApiResponse first) throws IOException, InterruptedException {
    if (!first.succeeded() || first.figure("totalPages") < 0) {
      return;
    }
    long beyond = first.figure("totalPages") + 1;
    ApiResponse response = page("page=" + beyond + "&perPage=" + LARGEST_PAGE);
    findings.observation(
        "A page beyond the end: status "
            + response.status()
            + (response.succeeded() ? (response.members() == 0 ? ", empty" : ", not empty") : ""));
  }

  private void unknownAudience() throws IOException, InterruptedException {
    ApiResponse response =
        check.check(
            Operation.MEMBERS, api.members(UNKNOWN_AUDIENCE, "page=1&perPage=1", authorization));
    findings.observation("An unknown audience: status " + response.status());
  }

  private ApiResponse page(String query) throws IOException, InterruptedException {
    return check.check(Operation.MEMBERS, api.members(audience, query, authorization));
  }
}
