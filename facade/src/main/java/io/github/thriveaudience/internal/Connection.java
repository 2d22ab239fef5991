package io.github.thriveaudience.internal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How requests are sent, wherever they go.
 *
 * @param http the HTTP client, which follows no redirects
 * @param requestTimeout the most that one request may take, the body included
 * @param clock the time
 */
public record Connection(HttpClient http, Duration requestTimeout, InstantSource clock) {}
