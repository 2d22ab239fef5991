package io.github.thriveaudience.event;

/**
 * A page of members has come, and is what the API reference describes. Pages that are read ahead
 * and not wanted in the end count too.
 *
 * @param call the call that it is from
 * @param page the number of the page, 1 or more
 * @param members the members on it, 0 or more
 */
public record PageEvent(CallInfo call, int page, int members) {}
