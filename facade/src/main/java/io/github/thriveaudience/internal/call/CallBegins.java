package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.event.CallInfo;

/**
 * A listener of the client that is notified of the begin of each call, too. For the test kit, which
 * tells the requests of one test from those of another by the ids of the calls.
 */
public interface CallBegins {

  /**
   * A call begins; no request has been sent.
   *
   * @param call what all requests of the call have in common
   */
  void onBegin(CallInfo call);
}
