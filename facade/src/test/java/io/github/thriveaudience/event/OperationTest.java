package io.github.thriveaudience.event;

import static org.assertj.core.api.Assertions.assertThat;

import feign.RequestLine;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.api.TokensApi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Events must name the method and the path that the generated interfaces send. */
class OperationTest {

  @Test
  void membersHaveTheRequestLineOfTheGeneratedInterface() {
    assertThat(requestLine(MembersApi.class)).startsWith(line(Operation.LIST_MEMBERS) + "?");
  }

  @Test
  void tokensHaveTheRequestLineOfTheGeneratedInterface() {
    assertThat(requestLine(TokensApi.class)).isEqualTo(line(Operation.REQUEST_TOKEN));
  }

  private static String line(Operation operation) {
    return operation.method() + ' ' + operation.pathTemplate();
  }

  private static String requestLine(Class<?> api) {
    return Arrays.stream(api.getMethods())
        .map(method -> method.getAnnotation(RequestLine.class).value())
        .findFirst()
        .orElseThrow();
  }
}
