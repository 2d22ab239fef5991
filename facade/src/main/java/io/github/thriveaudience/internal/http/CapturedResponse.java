package io.github.thriveaudience.internal.http;

import java.net.http.HttpResponse.ResponseInfo;

/** What came for a request. */
record CapturedResponse(ResponseInfo head, ByteBufferInputStream body) {}
