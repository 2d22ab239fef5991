package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceHandler;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How several audiences are read. */
abstract class OfEachBehaviour extends ClientBehaviour {
  private final Map<String, Integer> read = new LinkedHashMap<>();
  private final Map<String, ThriveException> failed = new LinkedHashMap<>();

  OfEachBehaviour(Clients clients) {
    super(clients);
  }

  private final AudienceHandler<MembersSnapshot> handler =
      new AudienceHandler<>() {
        @Override
        public void read(String audience, MembersSnapshot result) {
          read.put(audience, result.members().size());
        }

        @Override
        public void failed(String audience, ThriveException failure) {
          failed.put(audience, failure);
        }
      };

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aSummaryHasWhatBecameOfEachAudience(int concurrency) {
    AudiencesSummary summary =
        client()
            .membersOfEach(List.of("tech-team", "no-such-team", "error-500", "drifting-team"))
            .concurrency(concurrency)
            .parallelism(2)
            .readAll(handler);

    assertThat(read).containsOnly(Map.entry("tech-team", 250), Map.entry("drifting-team", 250));
    assertThat(failed.get("no-such-team")).isInstanceOf(NotFoundException.class);
    assertThat(failed.get("error-500")).isInstanceOf(ServerErrorException.class);
    assertThat(summary.read()).containsOnlyKeys("tech-team", "drifting-team");
    assertThat(summary.read().get("drifting-team").verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(summary.notFound()).containsExactly("no-such-team");
    assertThat(summary.failed()).containsOnlyKeys("error-500");
    assertThat(summary.isComplete()).isFalse();
  }

  @Test
  void missingPermissionEndsTheWhole() {
    assertThatExceptionOfType(ForbiddenException.class)
        .isThrownBy(
            () ->
                client()
                    .membersOfEach(List.of("empty-team", "error-403", "tech-team"))
                    .readAll(handler))
        .satisfies(
            failure -> {
              AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
              assertThat(summary.read()).containsOnlyKeys("empty-team");
              assertThat(summary.failed()).containsOnlyKeys("error-403");
              assertThat(summary.notBegun()).containsExactly("tech-team");
            });
  }

  @Test
  void aListenerIsNotifiedOfEachAudience() {
    List<String> progress = new ArrayList<>();

    client()
        .membersOfEach(List.of("tech-team", "empty-team", "tech-team"))
        .onProgress(
            each ->
                progress.add(
                    each.audience()
                        + " "
                        + each.done()
                        + " of "
                        + each.total()
                        + ": "
                        + each.members()))
        .readAll(handler);

    assertThat(progress).containsExactly("tech-team 1 of 2: 250", "empty-team 2 of 2: 250");
  }

  @Test
  void changesOfEachAudienceAreFound() {
    Map<String, Integer> joined = new LinkedHashMap<>();

    AudiencesSummary summary =
        client()
            .changesOfEach(
                Map.of("tech-team", KnownMembers.none()),
                ChangePolicy.defaults().withWait(Duration.ZERO))
            .readAll((audience, changes) -> joined.put(audience, changes.joined().size()));

    assertThat(joined).containsOnly(Map.entry("tech-team", 250));
    assertThat(summary.isConsistent()).isTrue();
  }

  @Test
  void badAudiencesAreRefusedByTheirPosition() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().membersOfEach(List.of()))
        .withMessage("audiences must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().membersOfEach(List.of("a", "..")))
        .withMessageStartingWith("audiences[1] must not be");
    assertThatThrownBy(() -> client().membersOfEach(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("audiences[1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().membersOfEach(List.of("a")).concurrency(33))
        .withMessage("concurrency must be 1 to 32, but was 33");
  }
}
