package io.github.thriveaudience.spec;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.ChangedSecurityRequirements;

/** Puts the changes of one operation into words. */
final class OperationDiff {
  private OperationDiff() {}

  static void walk(ChangedOperation operation, Changes all) {
    Changes changes = all.at(operation.getHttpMethod() + " " + operation.getPathUrl());
    changes.complete(
        operation,
        () -> {
          changes.addIf(operation.getSummary(), "summary reworded");
          changes.addIf(operation.getDescription(), "description reworded");
          changes.addIf(
              operation.getOperationId(),
              "operationId",
              operation.getOldOperation().getOperationId(),
              operation.getNewOperation().getOperationId());
          parameters(operation.getParameters(), changes);
          request(operation.getRequestBody(), changes.at("request body"));
          answers(operation.getApiResponses(), changes);
          security(operation.getSecurityRequirements(), changes.at("security"));
        });
  }

  private static void parameters(ChangedParameters parameters, Changes changes) {
    if (parameters == null) {
      return;
    }
    parameters.getMissing().forEach(gone -> changes.at(named(gone)).breaking("removed"));
    parameters.getIncreased().forEach(added -> added(added, changes.at(named(added))));
    parameters.getChanged().forEach(changed -> changed(changed, changes));
  }

  private static String named(Parameter parameter) {
    return parameter.getIn() + " parameter " + parameter.getName();
  }

  private static void added(Parameter parameter, Changes changes) {
    if (Boolean.TRUE.equals(parameter.getRequired())) {
      changes.breaking("added, and required");
    } else {
      changes.add(Weight.ADDITIVE, "added");
    }
  }

  private static void changed(ChangedParameter parameter, Changes all) {
    Changes changes = all.at(parameter.getIn() + " parameter " + parameter.getName());
    changes.complete(
        parameter,
        () -> {
          required(parameter.isChangeRequired(), parameter.getNewParameter().getRequired(), changes);
          changes.breakingIf(
              parameter.isChangeStyle(),
              "style",
              parameter.getOldParameter().getStyle(),
              parameter.getNewParameter().getStyle());
          changes.addIf(parameter.getDescription(), "description reworded");
          SchemaDiff.walk(parameter.getSchema(), changes);
        });
  }

  private static void required(boolean changed, Boolean now, Changes changes) {
    if (changed && Boolean.TRUE.equals(now)) {
      changes.breaking("became required");
    } else if (changed) {
      changes.add(Weight.ADDITIVE, "is no longer required");
    }
  }

  private static void request(ChangedRequestBody body, Changes changes) {
    if (body != null) {
      changes.complete(
          body,
          () -> {
            required(body.isChangeRequired(), body.getNewRequestBody().getRequired(), changes);
            changes.addIf(body.getDescription(), "description reworded");
            content(body.getContent(), changes);
          });
    }
  }

  private static void answers(ChangedApiResponse answers, Changes changes) {
    if (answers == null) {
      return;
    }
    answers.getMissing().keySet().forEach(gone -> changes.at("answer " + gone).breaking("removed"));
    answers
        .getIncreased()
        .keySet()
        .forEach(added -> changes.at("answer " + added).add(Weight.ADDITIVE, "added"));
    answers.getChanged().forEach((status, answer) -> answer(answer, changes.at("answer " + status)));
  }

  private static void answer(ChangedResponse answer, Changes changes) {
    changes.complete(
        answer,
        () -> {
          changes.addIf(answer.getDescription(), "description reworded");
          headers(answer.getHeaders(), changes);
          content(answer.getContent(), changes);
        });
  }

  private static void headers(ChangedHeaders headers, Changes changes) {
    if (headers == null) {
      return;
    }
    addedAndRemoved("header ", headers.getIncreased(), headers.getMissing(), changes);
    headers
        .getChanged()
        .forEach(
            (name, header) -> {
              Changes part = changes.at("header " + name);
              part.complete(
                  header,
                  () -> {
                    part.addIf(header.getDescription(), "description reworded");
                    SchemaDiff.walk(header.getSchema(), part);
                  });
            });
  }

  private static void content(ChangedContent content, Changes changes) {
    if (content == null) {
      return;
    }
    addedAndRemoved("", content.getIncreased(), content.getMissing(), changes);
    content.getChanged().values().forEach(type -> SchemaDiff.walk(type.getSchema(), changes));
  }

  private static void addedAndRemoved(
      String kind, Map<String, ?> added, Map<String, ?> removed, Changes changes) {
    removed.keySet().forEach(gone -> changes.at(kind + gone).breaking("removed"));
    added.keySet().forEach(one -> changes.at(kind + one).add(Weight.ADDITIVE, "added"));
  }

  private static void security(ChangedSecurityRequirements security, Changes changes) {
    if (security == null) {
      return;
    }
    changes.complete(
        security,
        () -> {
          schemes(security.getMissing()).forEach(gone -> changes.at(gone).breaking("removed"));
          schemes(security.getIncreased())
              .forEach(added -> changes.at(added).add(Weight.ADDITIVE, "added"));
        });
  }

  /** The names of the schemes, with the scopes of each; the list can be null. */
  private static Stream<String> schemes(List<SecurityRequirement> requirements) {
    return requirements == null
        ? Stream.of()
        : requirements.stream().map(requirement -> new TreeMap<>(requirement).toString());
  }
}
