package io.github.thriveaudience.internal.call;

/**
 * The order of a server to send nothing.
 *
 * @param end when it ends
 * @param status of the response that demanded it
 */
record ServerPause(long end, int status) {}
