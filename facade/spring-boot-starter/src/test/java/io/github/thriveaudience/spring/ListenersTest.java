package io.github.thriveaudience.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.github.thriveaudience.testing.ThriveStubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.Ordered;

/** Who is notified, and who customizes. */
class ListenersTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> calls = new ArrayList<>();

  @Test
  void allListenersOfTheApplicationAreNotified() {
    StarterContext.oauth(STUBS)
        .withBean("first", ClientListener.class, () -> listener("first"))
        .withBean("second", ClientListener.class, () -> listener("second"))
        .run(
            context -> {
              context.getBean(AudienceMembersClient.class).members("tech-team").page(1);
              context.getBean(AccessTokens.class).current();
            });

    assertThat(calls)
        .containsExactlyInAnyOrder(
            "first REQUEST_TOKEN",
            "second REQUEST_TOKEN",
            "first LIST_MEMBERS",
            "second LIST_MEMBERS",
            "first REQUEST_TOKEN",
            "second REQUEST_TOKEN");
  }

  @Test
  void metersAreInTheRegistryOfTheApplication() {
    StarterContext.basic(STUBS)
        .withBean(MeterRegistry.class, () -> registry)
        .run(context -> context.getBean(AudienceMembersClient.class).members("tech-team").page(1));

    assertThat(members()).isEqualTo(250);
  }

  @Test
  void nothingIsCountedTwice() {
    StarterContext.basic(STUBS)
        .withBean(MeterRegistry.class, () -> registry)
        .withBean(ClientListener.class, () -> MicrometerListener.of(registry))
        .run(context -> context.getBean(AudienceMembersClient.class).members("tech-team").page(1));

    assertThat(members()).isEqualTo(250);
  }

  @Test
  void nothingIsCountedInOneOfSeveralRegistries() {
    StarterContext.basic(STUBS)
        .withBean("one", MeterRegistry.class, () -> registry)
        .withBean("another", MeterRegistry.class, SimpleMeterRegistry::new)
        .run(context -> context.getBean(AudienceMembersClient.class).members("tech-team").page(1));

    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void observationsAreInTheRegistryOfTheApplication() {
    List<String> observed = new ArrayList<>();
    ObservationRegistry observations = ObservationRegistry.create();
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              public void onStop(Observation.Context context) {
                observed.add(context.getName());
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
    StarterContext.basic(STUBS)
        .withBean(ObservationRegistry.class, () -> observations)
        .run(context -> context.getBean(AudienceMembersClient.class).members("tech-team").page(1));

    assertThat(observed).contains("thrive.client.calls", "thrive.client.requests");
  }

  @Test
  void noOptionalLibraryIsNeeded() {
    StarterContext.basic(STUBS)
        .withClassLoader(
            new FilteredClassLoader("io.micrometer.core", "org.springframework.boot.actuate"))
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              context.getBean(AudienceMembersClient.class).members("tech-team").page(1);
            });
  }

  @Test
  void customizersHaveTheLastWordInTheirOrder() {
    StarterContext.basic(STUBS)
        .withPropertyValues("thrive.audience.page-size=200")
        .withBean("last", Customizer.class, () -> new Customizer(2, 50))
        .withBean("first", Customizer.class, () -> new Customizer(1, 100))
        .run(
            context ->
                assertThat(
                        context
                            .getBean(AudienceMembersClient.class)
                            .members("tech-team")
                            .page(1)
                            .members())
                    .hasSize(50));
  }

  @Test
  void aCustomizerCanSetTheCredentials() {
    StarterContext.with("base-uri=" + STUBS.url())
        .withBean(
            ThriveClientCustomizer.class,
            () -> builder -> builder.credentials(ThriveStubs.credentials()))
        .run(context -> context.getBean(AudienceMembersClient.class).members("tech-team").page(1));

    assertThat(STUBS.requests()).hasSize(1);
  }

  private double members() {
    return registry.get("thrive.client.members").counter().count();
  }

  private ClientListener listener(String name) {
    return new ClientListener() {
      @Override
      public void onCall(CallEvent event) {
        calls.add(name + " " + event.call().operation());
      }
    };
  }

  private record Customizer(int order, int pageSize) implements ThriveClientCustomizer, Ordered {
    @Override
    public void customize(AudienceMembersClient.Builder builder) {
      builder.pageSize(pageSize);
    }

    @Override
    public int getOrder() {
      return order;
    }
  }
}
