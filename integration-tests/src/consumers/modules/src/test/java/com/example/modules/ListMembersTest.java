package com.example.modules;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListMembersTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

  @Test
  void readsMembersAndUnknownFieldsWithBasic() throws Exception {
    assertEquals(
        inModules("65c2d71f0a4b98e36d170001 en-GB"), listMembers("one-member-team", "basic"));
  }

  @Test
  void readsMembersWithAToken() throws Exception {
    assertEquals(
        inModules("65c2d71f0a4b98e36d170001 en-GB"), listMembers("one-member-team", "oauth2"));

    API.verify(1, postRequestedFor(urlPathEqualTo("/oauth2/token/eu-west-2_Quickstart")));
  }

  @Test
  void catchesAnErrorByItsType() throws Exception {
    assertEquals(inModules("NotFoundException 404"), listMembers("no-such-team", "basic"));
  }

  private static List<String> listMembers(String audience, String auth) throws Exception {
    return ModulePath.run(ListMembers.class, API.baseUrl(), audience, auth);
  }

  private static List<String> inModules(String line) {
    return List.of(
        "module io.github.thriveaudience", "module io.github.thriveaudience.generated", line);
  }
}
