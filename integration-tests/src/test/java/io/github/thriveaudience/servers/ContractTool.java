package io.github.thriveaudience.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests with a third-party tool that reads the spec. They run with {@code mvn
 * -Pcontract-tools} and are skipped where the tool could not be installed.
 */
@Tag("contract-tools")
@ExtendWith(ContractToolCondition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ContractTool {

  /** The tool. */
  Tool value();

  /** The tools, with what {@code src/tools/install.sh} installs of them. */
  enum Tool {
    SPECMATIC("specmatic/specmatic.jar"),
    PRISM("@stoplight/prism-cli/dist/index.js");

    private static final Path MODULES = Path.of("target/tools/node_modules");

    private final String file;

    Tool(String file) {
      this.file = file;
    }

    /** The file that Java or Node.js runs. */
    Path file() {
      return MODULES.resolve(file).toAbsolutePath();
    }

    boolean isInstalled() {
      return Files.exists(file());
    }
  }
}
