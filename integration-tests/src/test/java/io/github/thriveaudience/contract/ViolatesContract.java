package io.github.thriveaudience.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test in which requests or responses violate the spec on purpose. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ViolatesContract {

  /** The reason. */
  String value();

  /** What violates the spec: by default, responses that the real API cannot send. */
  Side[] by() default Side.RESPONSES;

  /** A side of the wire. */
  enum Side {
    REQUESTS,
    RESPONSES
  }
}
