package io.github.thriveaudience;

import io.github.thriveaudience.internal.changes.StateOrigin;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.listing.PageSources;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import java.util.Collection;
import java.util.Map;

/** A client that reads the pages of its sources. */
final class DefaultAudienceMembersClient implements AudienceMembersClient {
  private final PageSources pages;

  /**
   * A client.
   *
   * @param pages end with this
   */
  DefaultAudienceMembersClient(PageSources pages) {
    this.pages = pages;
  }

  @Override
  public Members members(String audience) {
    PathSegments.check("audience", audience);
    pages.requireOpen();
    return new DefaultMembers(pages.of(audience), pages.threads(), pages.time());
  }

  @Override
  public MembersOfEach membersOfEach(Collection<String> audiences) {
    pages.requireOpen();
    return new DefaultMembersOfEach(each(audiences));
  }

  @Override
  public ChangesOfEach changesOfEach(
      Map<String, ? extends KnownMembers> known, ChangePolicy policy) {
    pages.requireOpen();
    ChangesOfEach changes = DefaultChangesOfEach.of(each(known.keySet()), known, policy);
    known.values().forEach(each -> StateOrigin.requireEnvironment(each, pages.environment()));
    return changes;
  }

  private Audiences each(Collection<String> names) {
    return Audiences.of(this::members, names, pages.threads(), pages.time());
  }

  @Override
  public void close() {
    pages.close();
  }
}
