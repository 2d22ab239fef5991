package io.github.thriveaudience.event;

/**
 * What all events of one call have in common: the requests for one page, or for one token.
 *
 * @param operation what is asked for
 * @param destination the name of where: the environment, and the address that was set in its place,
 *     if any
 * @param host the host that is asked
 * @param correlationId the id that every request of the call carries in {@code X-Correlation-Id},
 *     and that its exceptions and log lines name
 */
public record CallInfo(
    Operation operation, String destination, String host, String correlationId) {}
