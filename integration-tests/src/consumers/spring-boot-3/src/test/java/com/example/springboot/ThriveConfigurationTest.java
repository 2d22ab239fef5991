package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.auth.Credentials;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

class ThriveConfigurationTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(ThriveConfiguration.class)
          .withBean(SimpleMeterRegistry.class)
          .withPropertyValues(
              "thrive.base-uri=http://127.0.0.1/where-nobody-listens",
              "thrive.tenant-id=eu-west-2_Quickstart",
              "thrive.api-secret=quickstart-secret");

  @Test
  void closesTheClientWithTheApplication() {
    AtomicReference<Members> members = new AtomicReference<>();

    application.run(
        context -> members.set(context.getBean(AudienceMembersClient.class).members("tech-team")));

    assertThatThrownBy(() -> members.get().page(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void namesAMissingProperty() {
    application
        .withPropertyValues("thrive.api-secret=")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(BindValidationException.class)
                    .hasMessageContaining("apiSecret")
                    .hasMessageContaining("must not be blank"));
  }

  @Test
  void namesAPropertyOutOfRange() {
    application
        .withPropertyValues("thrive.page-size=1001")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(BindValidationException.class)
                    .hasMessageContaining("pageSize"));
  }

  @Test
  void injectsTheClientLazily() {
    application
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    beans -> beans.getBeanDefinition("thrive").setLazyInit(true)))
        .withBean(LazyList.class)
        .run(
            context -> {
              AudienceMembersClient lazy = context.getBean(LazyList.class).thrive;
              assertThat(context.getBeanFactory().containsSingleton("thrive")).isFalse();

              assertThat(lazy.members("tech-team"))
                  .hasToString(
                      "Members[audience \"tech-team\" of PRODUCTION at"
                          + " http://127.0.0.1/where-nobody-listens]");
              assertThat(context.getBeanFactory().containsSingleton("thrive")).isTrue();
            });
  }

  /** Like {@code @RefreshScope}, which recreates its beans when settings change. */
  @Test
  void recreatesTheClientBehindAScopedProxy() {
    RefreshedScope refreshed = new RefreshedScope();
    application
        .withInitializer(context -> context.getBeanFactory().registerScope("refreshed", refreshed))
        .withUserConfiguration(ScopedConfiguration.class)
        .run(
            context -> {
              AudienceMembersClient scoped = context.getBean("scoped", AudienceMembersClient.class);
              Members first = scoped.members("tech-team");
              refreshed.refresh();
              Members second = scoped.members("tech-team");

              assertThatThrownBy(() -> first.page(1)).hasMessage("this client is closed");
              assertThat(second).hasToString(first.toString());
              assertThat(scoped).isNotInstanceOf(refreshed.beans.get(0).getClass());
              assertThat(refreshed.beans).hasSize(2);
            });
  }

  @Test
  void neverShowsTheSecret() {
    application.run(
        context ->
            assertThat(context.getBean(ThriveProperties.class).toString())
                .contains("eu-west-2_Quickstart")
                .doesNotContain("quickstart-secret"));
  }

  static class LazyList {
    private final AudienceMembersClient thrive;

    LazyList(@Lazy AudienceMembersClient thrive) {
      this.thrive = thrive;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ScopedConfiguration {
    @Bean(destroyMethod = "close")
    @Scope(scopeName = "refreshed", proxyMode = ScopedProxyMode.TARGET_CLASS)
    AudienceMembersClient scoped(ThriveProperties settings) {
      return AudienceMembersClient.builder()
          .environment(settings.environment())
          .credentials(Credentials.basic(settings.tenantId(), settings.apiSecret()))
          .build();
    }
  }

  /** A scope of one bean, which is destroyed and recreated on demand. */
  private static final class RefreshedScope
      implements org.springframework.beans.factory.config.Scope {
    private final List<Object> beans = new ArrayList<>();
    private Object current;
    private Runnable destruction;

    void refresh() {
      destruction.run();
      current = null;
    }

    @Override
    public Object get(String name, ObjectFactory<?> factory) {
      if (current == null) {
        current = factory.getObject();
        beans.add(current);
      }
      return current;
    }

    @Override
    public Object remove(String name) {
      return null;
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {
      destruction = callback;
    }

    @Override
    public Object resolveContextualObject(String key) {
      return null;
    }

    @Override
    public String getConversationId() {
      return null;
    }
  }
}
