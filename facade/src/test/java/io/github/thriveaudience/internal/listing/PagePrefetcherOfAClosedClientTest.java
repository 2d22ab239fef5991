package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PagePrefetcherOfAClosedClientTest {
  private final ManualThreads threads = new ManualThreads();

  @Test
  void aClientThatIsClosedWhileAPageIsReadDeliversItNoMore() {
    Closing source = new Closing(new AtomicBoolean());
    PagePrefetcher window = FakePages.window(source, threads, 4);

    assertThatIllegalStateException().isThrownBy(window::next).withMessage("closed");
    assertThat(threads.tasks).isEmpty();
  }

  /** Its client is closed as soon as a page has come. */
  private record Closing(AtomicBoolean closed) implements PageSource {
    @Override
    public MembersPage read(PageRequest request) {
      closed.set(true);
      return FakePages.page(100, request.page());
    }

    @Override
    public void pause(Duration wait) {}

    @Override
    public void requireOpen() {
      if (closed.get()) {
        throw new IllegalStateException("closed");
      }
    }

    @Override
    public String subject() {
      return "audience";
    }
  }
}
