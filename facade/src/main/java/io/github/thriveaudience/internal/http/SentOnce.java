package io.github.thriveaudience.internal.http;

import java.io.Serial;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that can be sent once. When a connection closes before an answer, the JDK sends a GET
 * again by itself, out of our limits and unseen; it asks for the length of the body each time,
 * once.
 */
final class SentOnce implements BodyPublisher {
  private final BodyPublisher body;
  private final AtomicBoolean sent = new AtomicBoolean();

  SentOnce(BodyPublisher body) {
    this.body = body;
  }

  @Override
  public long contentLength() {
    if (sent.getAndSet(true)) {
      throw new RefusedException();
    }
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(subscriber);
  }

  /** From now on it is not sent, if it was not. */
  void end() {
    sent.set(true);
  }

  /** The JDK was about to send the request again. */
  static final class RefusedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    RefusedException() {
      super("the connection was closed before an answer came");
    }
  }
}
