package io.github.thriveaudience.wire;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Reads audiences of {@link Pages}, and says what is wrong with what was listed. */
public final class Listings {
  /** The outcome of a listing that has each member once and in order. */
  public static final String WHOLE = "whole";

  private Listings() {}

  /**
   * Reads each listing on a thread of its own, all at the same time.
   *
   * @param members how many members each audience has
   * @return {@link #WHOLE} for each, or what is wrong with it
   */
  public static List<String> outcomes(List<Members> listings, int members) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(listings.size());
    try {
      List<String> outcomes = new ArrayList<>();
      for (Future<String> outcome : threads.invokeAll(tasks(listings, members))) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Callable<String>> tasks(List<Members> listings, int members) {
    return listings.stream().<Callable<String>>map(each -> () -> outcome(each, members)).toList();
  }

  /** Reads a listing: {@link #WHOLE}, or what is wrong with it. */
  static String outcome(Members listing, int members) {
    try {
      MembersSnapshot all = listing.readAll();
      List<String> ids = all.members().stream().map(AudienceMember::userId).toList();
      boolean whole =
          all.isConsistent()
              && ids.equals(IntStream.rangeClosed(1, members).mapToObj(Pages::id).toList());
      return whole ? WHOLE : all.report().verdict() + ": " + ids;
    } catch (ThriveException e) {
      return e.toString();
    }
  }
}
