package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users wrap and fake the client, its members and access tokens. */
class WrappedClientTest {
  private final List<String> calls = new ArrayList<>();

  @Test
  void proxiesOfMembersReadAsTheMembersDo() {
    Members target = new DefaultMembers(FakePages.of(25), Runnable::run, Time.SYSTEM);
    Members proxy = proxy(Members.class, target);
    List<AudienceMember> members = new ArrayList<>();

    proxy.forEach(members::add);
    List<AudienceMember> looped = new ArrayList<>();
    for (AudienceMember member : proxy) {
      looped.add(member);
    }

    assertThat(members).hasSize(25).isEqualTo(looped);
    assertThat(proxy.stream().toList()).isEqualTo(members);
    assertThat(proxy.readAll().members()).isEqualTo(members);
    assertThat(calls).containsExactly("forEach", "iterator", "stream", "readAll");
  }

  @Test
  void aProxyOfAClientPassesOnResultsAndExceptions() {
    AudienceMembersClient target =
        AudienceMembersClient.builder()
            .environment(ThriveEnvironment.STAGING)
            .credentials(Credentials.basic("tenant", "secret"))
            .build();
    AudienceMembersClient proxy = proxy(AudienceMembersClient.class, target);

    assertThat(proxy.members("tech-team"))
        .hasToString("Members[audience \"tech-team\" of STAGING]");
    proxy.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> proxy.members("tech-team"))
        .withMessage("this client is closed");
    assertThat(calls).containsExactly("members", "close", "members");
  }

  @Test
  void aProxyOfAccessTokensPassesOnExceptions() {
    AccessTokens target =
        AccessTokens.builder(TokenService.WEBHOOKS)
            .environment(ThriveEnvironment.STAGING)
            .credentials(Credentials.oauth2("tenant", "client", "secret"))
            .build();
    AccessTokens proxy = proxy(AccessTokens.class, target);
    proxy.close();

    assertThatIllegalStateException()
        .isThrownBy(proxy::current)
        .withMessage("these access tokens are closed");
    assertThat(calls).containsExactly("close", "current");
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              calls.add(method.getName());
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void aFakeOfAClientGivesMembersOfItsOwn() {
    AudienceMember member = AudienceMember.builder().userId("id").build();
    FakeClient fake = new FakeClient(List.of(member));
    List<AudienceMember> members = new ArrayList<>();

    try (AudienceMembersClient client = fake) {
      client.members("any").forEach(members::add);
    }

    assertThat(members).containsExactly(member);
    assertThat(fake.closed).isTrue();
  }

  /** What users write who have no mocking library. */
  private static final class FakeClient implements AudienceMembersClient {
    private final List<AudienceMember> all;
    private boolean closed;

    FakeClient(List<AudienceMember> all) {
      this.all = all;
    }

    @Override
    public Members members(String audience) {
      return new FakeMembers(all);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Has the methods that have no default. */
  private record FakeMembers(List<AudienceMember> all) implements Members {
    @Override
    public Iterator<AudienceMember> iterator() {
      return all.iterator();
    }

    @Override
    public Stream<AudienceMember> stream() {
      return all.stream();
    }

    @Override
    public Members parallelism(int pages) {
      return this;
    }

    @Override
    public Members startingAt(int page) {
      return this;
    }

    @Override
    public Members resume(TraversalReport report) {
      return this;
    }

    @Override
    public Members deadline(Duration deadline) {
      return this;
    }

    @Override
    public Members onProgress(ProgressListener listener) {
      return this;
    }

    @Override
    public TraversalReport read(Consumer<? super AudienceMember> consumer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MembershipChanges changesSince(KnownMembers known, ChangePolicy policy) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MembersSnapshot readAll(ReadPolicy policy) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MembersPage page(int page) {
      throw new UnsupportedOperationException();
    }
  }
}
