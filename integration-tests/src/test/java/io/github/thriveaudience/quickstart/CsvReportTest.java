package io.github.thriveaudience.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.model.AudienceMember;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | plain",
        "a,b | \"a,b\"",
        "say \"hi\" | \"say \"\"hi\"\"\"",
        "`two\nlines` | `\"two\nlines\"`",
        " | ``",
      })
  void quotesWhereNecessary(String reference, String expected) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);

    new CsvReport(stream)
        .page(List.of(AudienceMember.builder().userId("1").reference(reference).build()));

    assertThat(out.toString(UTF_8)).isEqualTo("userId,reference,email\n1," + expected + ",\n");
  }
}
