package io.github.thriveaudience.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test in which something on the wire breaks the spec on purpose. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OffContract {

  /** Why. */
  String value();

  /** What breaks it: by default, answers that the real API could not give. */
  Side[] by() default Side.ANSWERS;

  /** A side of the wire. */
  enum Side {
    REQUESTS,
    ANSWERS
  }
}
