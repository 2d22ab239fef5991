package io.github.thriveaudience.servers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips tests whose tool is not installed, and prints which. */
class ContractToolCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestClass(), ContractTool.class)
        .map(ContractTool::value)
        .filter(tool -> !tool.isInstalled())
        .map(tool -> disabled("NOT RUN: " + context.getDisplayName() + " needs " + tool))
        .orElseGet(() -> ConditionEvaluationResult.enabled("the tool is installed"));
  }

  private static ConditionEvaluationResult disabled(String reason) {
    System.err.println(reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
