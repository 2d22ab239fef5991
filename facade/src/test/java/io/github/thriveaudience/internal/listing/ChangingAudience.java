package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * An audience that changes between pages, and a server that is not always right, as a seed decides:
 * members join and leave before, at and after the reading position, the list is shuffled, the page
 * size is clamped, totals lie, a page is served twice.
 */
public final class ChangingAudience implements PageSource {
  /** What was served, by the number of the page. */
  public final Map<Integer, MembersPage> served = new HashMap<>();

  /** Who was in the audience all the time. */
  public final Set<String> stayers;

  /** Whether anything was out of the ordinary. */
  public boolean changed;

  private final Random random;
  private final List<String> list = new ArrayList<>();
  private final double restlessness;
  private final boolean lies;
  private int perPage;
  private int joined;

  public ChangingAudience(long seed) {
    random = new Random(seed);
    perPage = 1 + random.nextInt(10);
    restlessness = random.nextInt(4) == 0 ? 0 : random.nextDouble() / 2;
    lies = random.nextInt(5) == 0;
    for (int i = random.nextInt(60); i > 0; i--) {
      join(list.size());
    }
    stayers = new HashSet<>(list);
    changed = false;
  }

  @Override
  public MembersPage read(PageRequest request) {
    int page = request.page();
    request.listener().sent();
    while (random.nextDouble() < restlessness) {
      change(page);
    }
    MembersPage answer = checked(request, isRepeated(page) ? idsOf(page - 1) : ids(page));
    served.put(page, answer);
    return answer;
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
    boolean repeated = restlessness > 0 && random.nextInt(20) == 0 && served.containsKey(page - 1);
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

  private MembersPage checked(PageRequest request, List<String> ids) {
    int total = total();
    AudienceMembers answer =
        AudienceMembers.builder()
            .results(ids.stream().map(id -> AudienceMember.builder().userId(id).build()).toList())
            .pagination(
                Pagination.builder()
                    .page(BigDecimal.valueOf(request.page()))
                    .perPage(BigDecimal.valueOf(perPage))
                    .totalResults(BigDecimal.valueOf(total))
                    .totalPages(BigDecimal.valueOf((total + perPage - 1) / perPage))
                    .build())
            .build();
    return new PageValidator(MalformedResponseException::new).check(answer, request);
  }

  @Override
  public void pause(Duration wait) {}

  @Override
  public void requireOpen() {}

  @Override
  public String subject() {
    return "a changing audience";
  }
}
