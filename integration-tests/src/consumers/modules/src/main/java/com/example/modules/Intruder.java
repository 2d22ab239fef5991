package com.example.modules;

import io.github.thriveaudience.model.AudienceMember;
import java.lang.reflect.Constructor;
import java.util.concurrent.Callable;

/** Prints what becomes of trying, by reflection, what the compiler does not allow. */
final class Intruder {
  private Intruder() {}

  public static void main(String... args) throws ReflectiveOperationException {
    Constructor<?> wiring =
        Class.forName("io.github.thriveaudience.internal.call.Limits").getConstructors()[0];
    Constructor<?> generated =
        Class.forName("io.github.thriveaudience.api.MembersApi$PathSegment").getConstructor();
    Constructor<?> reader =
        Class.forName(AudienceMember.class.getName() + "$FieldReader").getDeclaredConstructor();

    print(wiring::newInstance);
    print(generated::newInstance);
    for (Constructor<?> one : new Constructor<?>[] {wiring, generated, reader}) {
      print(
          () -> {
            one.setAccessible(true);
            return one.newInstance();
          });
    }
  }

  private static void print(Callable<?> attempt) {
    try {
      System.out.println("made a " + attempt.call());
    } catch (Exception e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }
}
