package io.github.thriveaudience.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test, or all tests of a class, in which requests to {@link ThriveStubs} violate the API's
 * spec on purpose. It does not fail because of them.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ViolatesSpec {

  /**
   * The reason.
   *
   * @return the reason
   */
  String value();
}
