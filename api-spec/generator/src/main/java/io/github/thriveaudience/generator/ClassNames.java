package io.github.thriveaudience.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of the classes: one for each schema, also where file names have no case. */
final class ClassNames {
  /** What each Java file sees without an import, up to Java 25. */
  private static final Set<String> JAVA_LANG =
      Set.of(
          ("AbstractMethodError Appendable ApplicationShutdownHooks ArithmeticException"
                  + " ArrayIndexOutOfBoundsException ArrayStoreException AssertionError"
                  + " AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class"
                  + " ClassCastException ClassCircularityError ClassFormatError ClassLoader"
                  + " ClassNotFoundException ClassValue CloneNotSupportedException Cloneable"
                  + " Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException"
                  + " Error Exception ExceptionInInitializerError Float FunctionalInterface IO"
                  + " IllegalAccessError IllegalAccessException IllegalArgumentException"
                  + " IllegalCallerException IllegalMonitorStateException IllegalStateException"
                  + " IllegalThreadStateException IncompatibleClassChangeError"
                  + " IndexOutOfBoundsException InheritableThreadLocal InstantiationError"
                  + " InstantiationException Integer InternalError InterruptedException Iterable"
                  + " LayerInstantiationException LinkageError Long MatchException Math Module"
                  + " ModuleLayer NegativeArraySizeException NoClassDefFoundError NoSuchFieldError"
                  + " NoSuchFieldException NoSuchMethodError NoSuchMethodException"
                  + " NullPointerException Number NumberFormatException Object OutOfMemoryError"
                  + " Override Package Process ProcessBuilder ProcessHandle Readable Record"
                  + " ReflectiveOperationException Runnable Runtime RuntimeException"
                  + " RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager"
                  + " Short StableValue StackOverflowError StackTraceElement StackWalker StrictMath"
                  + " String StringBuffer StringBuilder StringIndexOutOfBoundsException"
                  + " StringTemplate SuppressWarnings System Thread ThreadDeath ThreadGroup"
                  + " ThreadLocal Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError"
                  + " UnsupportedClassVersionError UnsupportedOperationException VerifyError"
                  + " VirtualMachineError Void WrongThreadException")
              .split(" "));

  /** No file can have such a name on Windows. */
  private static final String DEVICE = "(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]";

  private final Map<String, String> names = new HashMap<>();

  /** Names the classes of some schemas. A name that needs no change goes first. */
  ClassNames(Collection<String> schemas) {
    List<String> ordered = new ArrayList<>(schemas);
    ordered.sort(Comparator.comparing((String name) -> !plain(name).equals(name)));
    Set<String> taken = new HashSet<>();
    ordered.forEach(schema -> names.put(schema, free(schema, taken)));
  }

  /** The name of the class of a schema. */
  String of(String schema) {
    return names.getOrDefault(schema, schema);
  }

  private static String plain(String schema) {
    return Words.capitalized(schema);
  }

  private static String free(String schema, Set<String> taken) {
    String name = plain(schema);
    boolean needsPrefix =
        name.isEmpty()
            || !Character.isJavaIdentifierStart(name.codePointAt(0))
            || JAVA_LANG.contains(name)
            || name.matches(DEVICE);
    String valid = needsPrefix ? "Model" + name : name;
    String free = valid;
    for (int more = 2; !taken.add(free.toLowerCase(Locale.ROOT)); more++) {
      free = valid + "_" + more;
    }
    return free;
  }
}
