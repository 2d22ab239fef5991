package io.github.thriveaudience.live;

import java.io.IOException;

/** Asks what the documentation leaves open. */
final class Questions {
  private static final String UNKNOWN_AUDIENCE = "thrive-audience-canary-unknown";
  private static final int LARGEST_PAGE = 1000;

  private final String audience;
  private final String authorization;
  private final LiveApi api;
  private final AnswerCheck check;
  private final Findings findings;

  Questions(
      String audience, String authorization, LiveApi api, AnswerCheck check, Findings findings) {
    this.audience = audience;
    this.authorization = authorization;
    this.api = api;
    this.check = check;
    this.findings = findings;
  }

  /**
   * Asks.
   *
   * @param obeysPerPage whether {@code perPage} alone was seen to set the size of a page
   */
  void ask(boolean obeysPerPage) throws IOException, InterruptedException {
    boolean obeysLimit = limitAlone();
    perPageAndLimit("perPage=1&limit=2", 1, 2);
    perPageAndLimit("perPage=2&limit=1", 2, 1);
    Answer largest = largestPage();
    advise(obeysPerPage || largest.figure("perPage") == LARGEST_PAGE, obeysLimit);
    pageBeyondTheEndOf(largest);
    unknownAudience();
  }

  /** Which parameter a client should send. */
  private void advise(boolean obeysPerPage, boolean obeysLimit) {
    findings.answer(
        obeysPerPage
            ? "Take pageSizeParameter(PER_PAGE), the default: perPage alone sets the size of a page"
            : obeysLimit
                ? "Take pageSizeParameter(LIMIT): limit alone sets the size of a page, perPage does not"
                : "Take pageSizeParameter(PER_PAGE), the default: neither perPage nor limit was seen"
                    + " to set the size of a page");
  }

  private boolean limitAlone() throws IOException, InterruptedException {
    Answer answer = page("page=1&limit=1");
    if (answer.succeeded()) {
      findings.answer(
          answer.figure("perPage") == 1
              ? "limit alone sets the size of a page"
              : "limit alone is ignored: a page has " + answer.figure("perPage"));
    }
    return answer.figure("perPage") == 1;
  }

  private void perPageAndLimit(String query, int perPage, int limit)
      throws IOException, InterruptedException {
    Answer answer = page("page=1&" + query);
    if (!answer.succeeded()) {
      findings.answer(query + ": status " + answer.status());
      return;
    }
    long size = answer.figure("perPage");
    String winner =
        size == perPage ? "perPage wins" : size == limit ? "limit wins" : "neither wins";
    findings.answer(
        query
            + ": "
            + winner
            + ", the page says perPage "
            + size
            + " and has "
            + atMostTwo(answer));
  }

  private static String atMostTwo(Answer answer) {
    return switch (answer.members()) {
      case 0 -> "no members";
      case 1 -> "1 member";
      case 2 -> "2 members";
      default -> "more members than asked for";
    };
  }

  private Answer largestPage() throws IOException, InterruptedException {
    Answer answer = page("page=1&perPage=" + LARGEST_PAGE);
    if (answer.succeeded()) {
      long size = answer.figure("perPage");
      findings.answer(
          size == LARGEST_PAGE
              ? "perPage=1000 is taken as it is"
              : "perPage=1000 is changed to " + size);
    }
    return answer;
  }

  private void pageBeyondTheEndOf(Answer first) throws IOException, InterruptedException {
    if (!first.succeeded() || first.figure("totalPages") < 0) {
      return;
    }
    long beyond = first.figure("totalPages") + 1;
    Answer answer = page("page=" + beyond + "&perPage=" + LARGEST_PAGE);
    findings.answer(
        "A page beyond the end: status "
            + answer.status()
            + (answer.succeeded() ? (answer.members() == 0 ? ", empty" : ", not empty") : ""));
  }

  private void unknownAudience() throws IOException, InterruptedException {
    Answer answer =
        check.check(
            Operation.MEMBERS, api.members(UNKNOWN_AUDIENCE, "page=1&perPage=1", authorization));
    findings.answer("An unknown audience: status " + answer.status());
  }

  private Answer page(String query) throws IOException, InterruptedException {
    return check.check(Operation.MEMBERS, api.members(audience, query, authorization));
  }
}
