package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.spring.ThriveClientCustomizer;
import io.github.thriveaudience.testing.FakeAudienceMembers;
import io.github.thriveaudience.testing.ThriveStubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The beans of the starter, and those in their place. */
class ClientBeanTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Test
  void closesTheClientWithTheApplication() {
    AtomicReference<Members> members = new AtomicReference<>();

    Applications.of(STUBS)
        .run(
            context -> {
              members.set(context.getBean(AudienceMembersClient.class).members("tech-team"));
              assertThat(members.get().stream()).hasSize(250);
            });

    assertThatThrownBy(() -> members.get().page(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void givesTokensWithOAuth() {
    Applications.of(STUBS)
        .withPropertyValues(
            "thrive.audience.api-secret=",
            "thrive.audience.client-id=" + ThriveStubs.CLIENT_ID,
            "thrive.audience.client-secret=" + ThriveStubs.CLIENT_SECRET,
            "thrive.audience.token-uri=" + STUBS.tokenUrl())
        .run(
            context -> {
              assertThat(context.getBean(AccessTokens.class).current().value()).isNotBlank();
              assertThat(context.getBean(AudienceMembersClient.class).members("tech-team").stream())
                  .hasSize(250);
            });
  }

  @Test
  void backsOffFromAClientOfTheApplication() {
    Applications.of(STUBS)
        .withBean("mine", AudienceMembersClient.class, FakeAudienceMembers::new)
        .run(
            context ->
                assertThat(context)
                    .getBean(AudienceMembersClient.class)
                    .isInstanceOf(FakeAudienceMembers.class));
  }

  @Test
  void usesTheBeansOfTheApplication() {
    List<CallEvent> calls = new ArrayList<>();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Applications.of(STUBS)
        .withBean(MeterRegistry.class, () -> registry)
        .withBean(
            ClientListener.class,
            () ->
                new ClientListener() {
                  @Override
                  public void onCall(CallEvent event) {
                    calls.add(event);
                  }
                })
        .withBean(ThriveClientCustomizer.class, () -> builder -> builder.pageSize(200))
        .run(
            context ->
                assertThat(
                        context.getBean(AudienceMembersClient.class).members("tech-team").stream())
                    .hasSize(250));

    assertThat(calls).hasSize(2);
    assertThat(registry.get("thrive.client.members").counter().count()).isEqualTo(250);
  }
}
