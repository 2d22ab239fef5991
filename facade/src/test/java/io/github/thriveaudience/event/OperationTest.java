package io.github.thriveaudience.event;

import static org.assertj.core.api.Assertions.assertThat;

import feign.RequestLine;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.api.TokensApi;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events must name the method and the path that the generated interfaces send. */
class OperationTest {

  @Test
  void membersHaveTheRequestLineOfTheGeneratedInterface() {
    assertThat(requestLines(MembersApi.class))
        .anySatisfy(line -> assertThat(line).startsWith(line(Operation.LIST_MEMBERS) + "?"));
  }

  @Test
  void tokensHaveTheRequestLineOfTheGeneratedInterface() {
    assertThat(requestLines(TokensApi.class)).containsExactly(line(Operation.REQUEST_TOKEN));
  }

  private static String line(Operation operation) {
    return operation.method() + ' ' + operation.pathTemplate();
  }

  private static List<String> requestLines(Class<?> api) {
    return Arrays.stream(api.getMethods())
        .map(method -> method.getAnnotation(RequestLine.class).value())
        .toList();
  }
}
