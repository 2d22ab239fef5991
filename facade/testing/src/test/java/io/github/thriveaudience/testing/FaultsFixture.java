package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stubs with faults, and a client whose retries are recorded. */
abstract class FaultsFixture {
  static final String TEAM = "tech-team";
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  private final List<RetryEvent> retries = new ArrayList<>();

  private final ClientListener listener =
      new ClientListener() {
        @Override
        public void onRetry(RetryEvent event) {
          synchronized (retries) {
            retries.add(event);
          }
        }
      };

  MembersSnapshot readAll(AudienceMembersClient.Builder builder) {
    try (AudienceMembersClient client = builder.addListener(listener).build()) {
      return client.members(TEAM).readAll();
    }
  }

  void isReadAfterRetries(Integer... statuses) {
    MembersSnapshot all = readAll(STUBS.builder());

    assertThat(all.isConsistent()).isTrue();
    assertThat(all.members()).hasSize(250);
    assertThat(retries).extracting(RetryEvent::status).containsExactly(statuses);
  }
}
