package io.github.thriveaudience.servers;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips tests whose server is not installed, and prints which. */
class RealServerCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing =
        AnnotationSupport.findAnnotation(context.getTestClass(), RealServer.class).stream()
            .flatMap(needed -> Arrays.stream(needed.value()))
            .filter(name -> ServerProcess.program(name).isEmpty())
            .toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("all servers are installed");
    }
    String reason = "NOT RUN: " + context.getDisplayName() + " needs " + missing;
    System.err.println(reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
