package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.testing.ThriveStubs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

/** Spring wraps the client. */
class ProxiesTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Test
  void injectsTheClientLazily() {
    Applications.of(STUBS)
        .withPropertyValues("spring.main.lazy-initialization=true")
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    beans -> beans.getBeanDefinition("thriveAudienceClient").setLazyInit(true)))
        .withBean(LazyList.class)
        .run(
            context -> {
              AudienceMembersClient lazy = context.getBean(LazyList.class).thrive;
              assertThat(context.getBeanFactory().containsSingleton("thriveAudienceClient"))
                  .isFalse();

              assertThat(lazy.members("tech-team").stream()).hasSize(250);
              assertThat(lazy.membersOfEach(List.of("tech-team")).toString()).isNotNull();
              assertThat(context.getBeanFactory().containsSingleton("thriveAudienceClient"))
                  .isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(classes = {ByInterface.class, ByClass.class})
  void makesTheClientAnewBehindAScopedProxy(Class<?> configuration) {
    RestartableScope scope = new RestartableScope();
    Applications.of(STUBS)
        .withInitializer(context -> context.getBeanFactory().registerScope("restartable", scope))
        .withUserConfiguration(configuration)
        .run(
            context -> {
              AudienceMembersClient scoped = context.getBean("scoped", AudienceMembersClient.class);
              Members first = scoped.members("tech-team");
              assertThat(first.stream()).hasSize(250);
              scope.restart();
              Members second = scoped.members("tech-team");

              assertThatThrownBy(() -> first.page(1)).hasMessage("this client is closed");
              assertThat(second.readAll().members()).hasSize(250);
              assertThat(scoped).isNotInstanceOf(scope.beans.get(0).getClass());
              assertThat(scope.beans).hasSize(2);
            });
  }

  static class LazyList {
    private final AudienceMembersClient thrive;

    LazyList(@Lazy AudienceMembersClient thrive) {
      this.thrive = thrive;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ByInterface {
    @Bean
    @Scope(scopeName = "restartable", proxyMode = ScopedProxyMode.INTERFACES)
    AudienceMembersClient scoped(AudienceMembersClient.Builder builder) {
      return builder.build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ByClass {
    @Bean
    @Scope(scopeName = "restartable", proxyMode = ScopedProxyMode.TARGET_CLASS)
    AudienceMembersClient scoped(AudienceMembersClient.Builder builder) {
      return builder.build();
    }
  }

  /** A scope of one bean, which is destroyed and made anew on demand. */
  private static final class RestartableScope
      implements org.springframework.beans.factory.config.Scope {
    private final List<Object> beans = new ArrayList<>();
    private Object current;
    private Runnable destruction;

    void restart() {
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
