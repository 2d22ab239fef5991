package io.github.thriveaudience.internal;

import java.net.http.HttpResponse.ResponseInfo;

/** What came for a request. */
record Answer(ResponseInfo head, Pieces body) {}
