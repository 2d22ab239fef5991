package io.github.thriveaudience.internal;

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
  private final Runnable connected;
  private final AtomicBoolean sent = new AtomicBoolean();

  /**
   * A body.
   *
   * @param connected is told once that there is a connection, or that none is needed any more
   */
  SentOnce(BodyPublisher body, Runnable connected) {
    this.body = body;
    this.connected = connected;
  }

  @Override
  public long contentLength() {
    if (sent.getAndSet(true)) {
      throw new RefusedException();
    }
    connected.run();
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(subscriber);
  }

  /** From now on it is not sent, if it was not. */
  void end() {
    if (!sent.getAndSet(true)) {
      connected.run();
    }
  }

  /** The JDK was about to send the request again. */
  static final class RefusedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    RefusedException() {
      super("the connection was closed before an answer came");
    }
  }
}
