package com.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.testing.FakeAudienceMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A mock in the place of the client. The variables of {@code application.yml} are not set. */
@SpringBootTest
class MockedClientTest {
  /** So that {@code membersOfEach} reads the members that are given. */
  @MockitoBean(answers = Answers.CALLS_REAL_METHODS)
  private AudienceMembersClient thrive;

  @Autowired private MailingList mailingList;

  @Test
  void returnsTheMembersOfATest() {
    AudienceMember member = AudienceMember.builder().userId("1").email("a@example.com").build();
    Members members = mock();
    when(members.stream()).thenReturn(Stream.of(member));
    when(thrive.members("tech-team")).thenReturn(members);

    assertThat(mailingList.of("tech-team")).containsExactly("a@example.com");
    verify(thrive).members("tech-team");
  }

  @Test
  void readsSeveralAudiencesOfAFake() {
    FakeAudienceMembers fake = new FakeAudienceMembers();
    AudienceMember member = AudienceMember.builder().userId("1").build();
    fake.audience("a").members(member);
    fake.audience("b").members(member);
    doAnswer(call -> fake.members(call.getArgument(0))).when(thrive).members(anyString());
    List<String> read = new ArrayList<>();

    thrive
        .membersOfEach(List.of("a", "b"))
        .readAll((audience, members) -> read.add(audience + members.members().size()));

    assertThat(read).containsExactly("a1", "b1");
  }
}
