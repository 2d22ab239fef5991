package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.contract.ContractValidator;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The modules of the JDK that the facade's README names for {@code jlink}. */
class SmallRuntimeTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  @Test
  void theNamedModulesSuffice() throws Exception {
    Matcher named =
        Pattern.compile("jlink --add-modules (\\S+) ").matcher(Files.readString(Documents.FACADE));
    assertThat(named.find()).isTrue();

    try (SnippetServer server = new SnippetServer(CONTRACT)) {
      assertThat(SmallRuntime.reading(server, named.group(1))).contains("1 member");
    }
  }
}
