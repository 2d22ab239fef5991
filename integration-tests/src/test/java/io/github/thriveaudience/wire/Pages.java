package io.github.thriveaudience.wire;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of pages as the API reference describes them. */
public final class Pages {
  private Pages() {}

  /** A page of an audience whose members are numbered from 1. */
  public static String page(int total, int page, int perPage) {
    int first = (page - 1) * perPage + 1;
    int last = Math.min(page * perPage, total);
    String members =
        IntStream.rangeClosed(first, last).mapToObj(Pages::member).collect(Collectors.joining(","));
    return page("[" + members + "]", total, (total + perPage - 1) / perPage, page, perPage);
  }

  static String page(
      String results, Object totalResults, Object totalPages, Object page, Object perPage) {
    return """
        {"results":%s,"pagination":{"totalResults":%s,"totalPages":%s,"page":%s,"perPage":%s}}"""
        .formatted(results, totalResults, totalPages, page, perPage);
  }

  static String member(int number) {
    return """
        {"userId":"%s","reference":"user-%d","email":"user-%d@example.com"}"""
        .formatted(id(number), number, number);
  }

  static String id(int number) {
    return "id-" + number;
  }
}
