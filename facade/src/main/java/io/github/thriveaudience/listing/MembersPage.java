package io.github.thriveaudience.listing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.thriveaudience.internal.headers.ResponseHeaders;
import io.github.thriveaudience.model.AudienceMember;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of an audience's members, with the server's own figures. Immutable, thread-safe and
 * equal by value. It can be kept in a cache: Jackson 2 and 3, Gson and Java serialization write it
 * and read it back.
 */
public final class MembersPage implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** All that it shows. */
  @JsonValue private final Page page;

  /** For Gson, which then sets the field. */
  private MembersPage() {
    this(new Page(List.of(), 1, 1, 0, 0, Map.of()));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private MembersPage(Page page) {
    this.page = page;
  }

  /**
   * Creates a page, for tests of code that works with one. Later versions may add components: this
   * method then gives them defaults.
   *
   * @param members the members on this page, which are copied
   * @param page the number of this page, 1 or more
   * @param perPage the number of members on a page, 1 or more
   * @param totalResults the number of members in the audience, 0 or more
   * @param totalPages the number of pages, 0 or more
   * @return the page
   */
  public static MembersPage of(
      List<AudienceMember> members, int page, int perPage, long totalResults, int totalPages) {
    return new MembersPage(new Page(members, page, perPage, totalResults, totalPages, Map.of()));
  }

  /**
   * Sets the headers of the response, for tests of code that works with them.
   *
   * @param headers by their names, which are case-insensitive; they are copied
   * @return a changed copy
   * @throws IllegalArgumentException if two names differ in case alone
   */
  public MembersPage withHeaders(Map<String, List<String>> headers) {
    Objects.requireNonNull(headers, "headers");
    return headers.isEmpty() && headers().isEmpty()
        ? this
        : new MembersPage(
            new Page(members(), page(), perPage(), totalResults(), totalPages(), headers));
  }

  /**
   * The members on this page.
   *
   * @return an immutable list, in the order in which the server sent them
   */
  public List<AudienceMember> members() {
    return page.members();
  }

  /**
   * The number of this page.
   *
   * @return 1 or more
   */
  public int page() {
    return page.page();
  }

  /**
   * The number of members that the server puts on a page. It can be lower than the page size that
   * was requested.
   *
   * @return 1 or more
   */
  public int perPage() {
    return page.perPage();
  }

  /**
   * The number of members in the audience, as this page announces it.
   *
   * @return 0 or more
   */
  public long totalResults() {
    return page.totalResults();
  }

  /**
   * The number of pages, as this page announces it.
   *
   * @return 0 or more
   */
  public int totalPages() {
    return page.totalPages();
  }

  /**
   * The headers of the response that the builder's {@code exposeHeaders} names. The values are as
   * the server sent them: check them before you use them.
   *
   * @return an immutable map, whose keys are case-insensitive and written as the builder was given
   *     them; a name that the response does not have is no key
   */
  public Map<String, List<String>> headers() {
    return page.headers();
  }

  /**
   * Whether another page follows.
   *
   * @return true if the server announces a further page and this page is not empty
   */
  public boolean hasNext() {
    return page() < totalPages() && !members().isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MembersPage that && page.equals(that.page);
  }

  @Override
  public int hashCode() {
    return page.hashCode();
  }

  /** Shows no personal data, and of headers the names alone. */
  @Override
  public String toString() {
    return "Members" + page;
  }

  /**
   * Its name is the end of the name that {@link #toString} shows. A newer version may write more.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  private record Page(
      List<AudienceMember> members,
      int page,
      int perPage,
      long totalResults,
      int totalPages,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> headers)
      implements Serializable {

    /** What an older version wrote has no headers. */
    private Page {
      members = List.copyOf(members);
      headers = ResponseHeaders.copyOf(headers);
    }

    /** Without the headers, whose names are case-insensitive. */
    @Override
    public int hashCode() {
      return Objects.hash(members, page, perPage, totalResults, totalPages);
    }

    @Override
    public String toString() {
      return "Page[members="
          + members
          + ", page="
          + page
          + ", perPage="
          + perPage
          + ", totalResults="
          + totalResults
          + ", totalPages="
          + totalPages
          + ResponseHeaders.shown(headers)
          + "]";
    }
  }
}
