package io.github.thriveaudience.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that start a server which nobody of this project wrote. They run with {@code mvn
 * -Preal-servers}, and are skipped where the server is not on the machine.
 */
@Tag("real-servers")
@ExtendWith(ServersAreInstalled.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealServer {

  /** The servers, by the names of their programs. */
  String[] value();
}
