package io.github.thriveaudience.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Complete responses, head and body in one array, built once and cached. */
final class PreparedResponses {
  private final Map<PageRequest, byte[]> responses = new ConcurrentHashMap<>();

  byte[] response(PageRequest request) {
    return responses.computeIfAbsent(request.withoutDelay(), PreparedResponses::make);
  }

  private static byte[] make(PageRequest request) {
    String body =
        "{\"results\":[%s],\"pagination\":%s}".formatted(members(request), pagination(request));
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static String members(PageRequest request) {
    int first = (request.page() - 1) * request.perPage();
    int end = Math.min(first + request.perPage(), request.members());
    return IntStream.range(first, end)
        .mapToObj(PreparedResponses::member)
        .collect(Collectors.joining(","));
  }

  /** Each member has its own id, since a client may check for duplicates. */
  private static String member(int number) {
    String digits = Integer.toString(1_000_000 + number).substring(1);
    String userId = "63f8c5361b9c80d3" + Integer.toHexString(0x10000000 + number);
    return """
        {"userId":"%s","reference":"user%s","email":"user%s@example.com"}"""
        .formatted(userId, digits, digits);
  }

  private static String pagination(PageRequest request) {
    return """
        {"totalResults":%d,"totalPages":%d,"page":%d,"perPage":%d}"""
        .formatted(request.members(), request.totalPages(), request.page(), request.perPage());
  }
}
