package io.github.thriveaudience.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * The first line of the file.
 *
 * @param readAt in the form of ISO 8601
 * @param verdict the name of a {@code Verdict}, which this package must not know
 * @param idsOnly whether the lines of the members have the ids alone
 * @param members how many lines follow
 */
public record StateHeader(
    @Nullable String audience,
    @Nullable String environment,
    @Nullable String readAt,
    @Nullable String verdict,
    boolean idsOnly,
    int members) {}
