package io.github.thriveaudience.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests against a third-party server. They run with {@code mvn -Preal-servers} and are
 * skipped where the server is not installed.
 */
@Tag("real-servers")
@ExtendWith(RealServerCondition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealServer {

  /** The names of the servers' programs. */
  String[] value();
}
