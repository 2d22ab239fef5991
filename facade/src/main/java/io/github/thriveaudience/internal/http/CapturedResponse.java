package io.github.thriveaudience.internal.http;

import java.net.http.HttpResponse.ResponseInfo;

/** The head and the body of a response. */
record CapturedResponse(ResponseInfo head, ByteBufferInputStream body) {}
