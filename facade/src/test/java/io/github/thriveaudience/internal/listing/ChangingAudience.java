package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * An audience that changes between pages, and a server that is sometimes wrong, as a seed decides:
 * members join and leave before, at and after the reading position, the list is shuffled, the page
 * size is clamped, totals lie, a page is served twice.
 */
public final class ChangingAudience {
  /** The pages that were served, by their numbers. */
  public final Map<Integer, MembersPage> served = new HashMap<>();

  /** The ids of the members who were in the audience all the time. */
  public final Set<String> stayers;

  /** Whether the audience changed or the server was wrong. */
  public boolean changed;

  private final Random random;
  private final List<String> list = new ArrayList<>();
  private final double changeRate;
  private final boolean lies;
  private int perPage;
  private int joined;

  public ChangingAudience(long seed) {
    random = new Random(seed);
    perPage = 1 + random.nextInt(10);
    changeRate = random.nextInt(4) == 0 ? 0 : random.nextDouble() / 2;
    lies = random.nextInt(5) == 0;
    for (int i = random.nextInt(60); i > 0; i--) {
      join(list.size());
    }
    stayers = new HashSet<>(list);
    changed = false;
  }

  /** The pages of the audience, which reading them changes. */
  public FakePages pages() {
    return FakePages.responding(this::read);
  }

  private MembersPage read(PageRequest request) {
    int page = request.page();
    while (random.nextDouble() < changeRate) {
      change(page);
    }
    List<String> ids = isRepeated(page) ? idsOf(page - 1) : ids(page);
    int total = total();
    int totalPages = (total + perPage - 1) / perPage;
    MembersPage response = FakePages.validated(request, ids, perPage, total, totalPages);
    served.put(page, response);
    return response;
  }

  private void change(int page) {
    int position = Math.min(list.size(), nearby((page - 1) * perPage));
    switch (random.nextInt(12)) {
      case 0 -> shuffle();
      case 1 -> clamp();
      case 2, 3, 4, 5, 6 -> join(position);
      default -> leave(position);
    }
  }

  /** Before, at or after the place from which the page is read. */
  private int nearby(int position) {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(position + 1);
      case 1 -> position;
      default -> position + random.nextInt(perPage * 3);
    };
  }

  private void join(int position) {
    list.add(position, "id-" + joined++);
    changed = true;
  }

  private void leave(int position) {
    if (position < list.size()) {
      stayers.remove(list.remove(position));
      changed = true;
    }
  }

  private void shuffle() {
    Collections.shuffle(list, random);
    changed = true;
  }

  private void clamp() {
    int before = perPage;
    perPage = 1 + random.nextInt(perPage);
    changed |= perPage != before;
  }

  private boolean isRepeated(int page) {
    boolean repeated = changeRate > 0 && random.nextInt(20) == 0 && served.containsKey(page - 1);
    changed |= repeated;
    return repeated;
  }

  private List<String> idsOf(int page) {
    return served.get(page).members().stream().map(AudienceMember::userId).toList();
  }

  private List<String> ids(int page) {
    int from = Math.min(list.size(), (page - 1) * perPage);
    return List.copyOf(list.subList(from, Math.min(list.size(), from + perPage)));
  }

  private int total() {
    int lie = lies ? random.nextInt(3) - 1 : 0;
    changed |= lie != 0;
    return Math.max(0, list.size() + lie);
  }
}
