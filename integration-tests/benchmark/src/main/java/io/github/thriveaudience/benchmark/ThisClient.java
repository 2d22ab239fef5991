package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.util.function.Consumer;

/** The client of this project, as its README shows it. */
final class ThisClient implements MeasuredClient {
  private final AudienceMembersClient thrive;

  ThisClient(URI baseUri) {
    this(baseUri, TestAccount.PAGE_SIZE);
  }

  ThisClient(URI baseUri, int pageSize) {
    thrive =
        AudienceMembersClient.builder()
            .baseUri(baseUri)
            .credentials(Credentials.basic(TestAccount.TENANT, TestAccount.SECRET))
            .pageSize(pageSize)
            .build();
  }

  @Override
  public Object page(String audience, int number) {
    return thrive.members(audience).page(number);
  }

  @Override
  public void list(String audience, Consumer<String> userIds) {
    passOn(thrive.members(audience), userIds);
  }

  void list(String audience, int parallelism, Consumer<String> userIds) {
    passOn(thrive.members(audience).parallelism(parallelism), userIds);
  }

  Members members(String audience) {
    return thrive.members(audience);
  }

  private static void passOn(Members members, Consumer<String> userIds) {
    for (AudienceMember member : members) {
      userIds.accept(member.userId());
    }
  }

  @Override
  public String first(String audience) {
    return thrive.members(audience).iterator().next().userId();
  }

  @Override
  public void close() {
    thrive.close();
  }
}
