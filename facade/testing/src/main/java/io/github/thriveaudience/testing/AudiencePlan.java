package io.github.thriveaudience.testing;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.List;

/**
 * What the stubs do for an audience, after all checks. Immutable.
 *
 * @param first the members of the first reading
 * @param later the members of each later reading
 * @param pageSize the maximum number of members on a page
 * @param drifting whether the first member leaves during each reading
 * @param incomplete whether the second member is left out
 * @param emptyPage the page without members, or 0
 * @param delay before each response
 * @param faults in the order in which they occur
 */
record AudiencePlan(
    List<AudienceMember> first,
    List<AudienceMember> later,
    int pageSize,
    boolean drifting,
    boolean incomplete,
    int emptyPage,
    Duration delay,
    List<Fault> faults) {

  /** A page as a request of this reading gets it. */
  String page(int reading, int page, int perPage) {
    List<AudienceMember> members = reading > 1 ? later : first;
    if (drifting && page > 1) {
      members = members.subList(1, members.size());
    }
    int size = Math.min(perPage, pageSize);
    int begin = (int) Math.min((page - 1L) * size, members.size());
    int end = page == emptyPage ? begin : Math.min(begin + size, members.size());
    return PageBody.of(
        listed(members, begin, end), members.size(), pages(members.size(), size), page, size);
  }

  private List<AudienceMember> listed(List<AudienceMember> members, int begin, int end) {
    List<AudienceMember> listed = members.subList(begin, end);
    return incomplete
        ? listed.stream().filter(member -> !member.equals(members.get(1))).toList()
        : listed;
  }

  static int pages(int members, int size) {
    return (members + size - 1) / size;
  }
}
