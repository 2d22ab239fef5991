package io.github.thriveaudience.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request to the server. The name of the audience determines how the server behaves. */
record PageRequest(int members, int delayMillis, int page, int perPage) {
  private static final Pattern LINE =
      Pattern.compile("GET /rest/v1/audiences/members-(\\d+)-delay-(\\d+)/members\\?(\\S+) ");

  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");
  private static final Pattern PER_PAGE = Pattern.compile("(?:^|&)perPage=(\\d+)");

  /** Each client must send the header that the real API requires. */
  private static final Pattern AUTHORIZATION =
      Pattern.compile("\r\nauthorization: Basic \\S+\r\n", Pattern.CASE_INSENSITIVE);

  /** The name of an audience with this many members and this delay per page. */
  static String audience(int members, int delayMillis) {
    return "members-" + members + "-delay-" + delayMillis;
  }

  static PageRequest parse(String head) {
    Matcher line = LINE.matcher(head);
    if (!line.lookingAt() || !AUTHORIZATION.matcher(head).find()) {
      throw new IllegalArgumentException("not a request that this server supports: " + head);
    }
    return new PageRequest(
        Integer.parseInt(line.group(1)),
        Integer.parseInt(line.group(2)),
        number(PAGE, line.group(3)),
        number(PER_PAGE, line.group(3)));
  }

  private static int number(Pattern parameter, String query) {
    Matcher matcher = parameter.matcher(query);
    if (!matcher.find()) {
      throw new IllegalArgumentException("a parameter is missing in " + query);
    }
    return Integer.parseInt(matcher.group(1));
  }

  int totalPages() {
    return (members + perPage - 1) / perPage;
  }

  PageRequest withoutDelay() {
    return new PageRequest(members, 0, page, perPage);
  }
}
