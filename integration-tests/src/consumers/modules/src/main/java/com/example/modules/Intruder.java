package com.example.modules;

import io.github.thriveaudience.model.AudienceMember;
import java.lang.reflect.Constructor;
import java.util.concurrent.Callable;

/** Tries to create internal classes by reflection, and prints the result of each attempt. */
final class Intruder {
  private Intruder() {}

  public static void main(String... args) throws ReflectiveOperationException {
    Constructor<?> internal =
        Class.forName("io.github.thriveaudience.internal.call.Limits").getConstructors()[0];
    Constructor<?> generated =
        Class.forName("io.github.thriveaudience.api.Parameters$Encoded").getConstructor();
    Constructor<?> reader =
        Class.forName(AudienceMember.class.getName() + "$FieldReader").getDeclaredConstructor();

    print(internal::newInstance);
    print(generated::newInstance);
    for (Constructor<?> one : new Constructor<?>[] {internal, generated, reader}) {
      print(
          () -> {
            one.setAccessible(true);
            return one.newInstance();
          });
    }
  }

  private static void print(Callable<?> attempt) {
    try {
      System.out.println("created a " + attempt.call());
    } catch (Exception e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }
}
