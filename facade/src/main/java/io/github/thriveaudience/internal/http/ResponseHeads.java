package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.CallContext;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;

/** Notes the head of each response, as soon as it is known what became of its body. */
record ResponseHeads(ExposedHeaders exposed, DeprecationLog deprecations) {

  void note(ResponseInfo head, CallContext call) {
    HttpHeaders headers = head.headers();
    call.responded(head.statusCode(), RequestIds.of(headers, call.info().correlationId()));
    call.setHeaders(exposed.of(headers));
    HeaderLog.received(call.info(), headers);
    deprecations.note(headers, call);
  }
}
