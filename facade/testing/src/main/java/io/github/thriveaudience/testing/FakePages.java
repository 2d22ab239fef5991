package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageValidator;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;

/** The pages of one audience, in memory. The client checks them as it checks those of the API. */
record FakePages(FakeServer server, String audience) implements PageSource {

  @Override
  public MembersPage read(PageRequest request) {
    requireOpen();
    requireNotInterrupted(request.page());
    request.owner().sent();
    return new PageValidator(call()::malformed).check(server.respond(audience, request), request);
  }

  /** Where the client waits for a response, it notices that. */
  private void requireNotInterrupted(int page) {
    if (Thread.currentThread().isInterrupted()) {
      throw new ThriveInterruptedException(
          Texts.format(
              "The thread was interrupted while it waited for page %d of %s.", page, subject()),
          null);
    }
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    requireOpen();
    if (Thread.interrupted()) {
      throw new InterruptedException("the thread was interrupted before the wait");
    }
    server.pause(audience, wait);
    requireOpen();
  }

  @Override
  public void requireOpen() {
    server.requireOpen();
  }

  @Override
  public String subject() {
    return call().subjectAndEndpoint();
  }

  @Override
  public String environment() {
    return server.environment();
  }

  private CallDescription call() {
    return server.call(audience);
  }
}
