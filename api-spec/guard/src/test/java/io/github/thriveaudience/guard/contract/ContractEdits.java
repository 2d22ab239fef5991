package io.github.thriveaudience.guard.contract;

import static io.github.thriveaudience.guard.contract.Severity.ADDITIVE;
import static io.github.thriveaudience.guard.contract.Severity.BREAKING;
import static io.github.thriveaudience.guard.contract.Severity.NONE;
import static io.github.thriveaudience.guard.contract.Severity.WORDING;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Edits of the contract: the text, its replacement, its severity, and its description. */
final class ContractEdits {
  private static final String MEMBERS = "GET /audiences/{audienceId}/members: ";
  private static final String PAGE = MEMBERS + "response 200: ";
  private static final String TOKEN = "POST /oauth2/token/{tenantId}: ";

  private ContractEdits() {}

  static List<Arguments> all() {
    return List.of(
        // Contents of responses.
        edit(
            "        email:\n",
            "        locale:\n          type: string\n        email:\n",
            ADDITIVE,
            PAGE + "results[].locale: added"),
        edit(
            "        reference:\n          type: string\n          nullable",
            "        ref:\n          type: string\n          nullable",
            BREAKING,
            PAGE + "results[].reference: removed"),
        edit(
            "[userId]\n      properties:\n        userId:",
            "[id]\n      properties:\n        id:",
            BREAKING,
            PAGE + "results[].userId: removed"),
        edit(
            "      required: [userId]\n",
            "",
            BREAKING,
            PAGE + "results[].userId: is no longer required"),
        edit(
            "        userId:\n          type: string\n",
            "        userId:\n          type: string\n          nullable: true\n",
            BREAKING,
            PAGE + "results[].userId: can be null"),
        edit(
            "        totalResults:\n          type: number\n          multipleOf: 1\n",
            "        totalResults:\n          type: string\n",
            BREAKING,
            PAGE + "pagination.totalResults: type was number, is string"),
        edit(
            "        totalPages:\n          type: number\n          multipleOf: 1\n",
            "        totalPages:\n          type: number\n",
            BREAKING,
            PAGE + "pagination.totalPages: multipleOf was 1, is not set"),
        edit(
            "          type: integer\n          format: int32\n          description: The HTTP",
            "          type: integer\n          format: int64\n          description: The HTTP",
            BREAKING,
            MEMBERS + "response 400: status: format was int32, is int64"),
        edit(
            "          items:\n            $ref: '#/components/schemas/AudienceMember'",
            "          items:\n            type: string",
            BREAKING,
            PAGE + "results[]: type was object, is string"),

        // Responses of an operation.
        edit(
            "        '500':\n          $ref: '#/components/responses/InternalServerError'\n\n",
            "        '500':\n          $ref: '#/components/responses/InternalServerError'\n"
                + "        '503':\n          $ref: '#/components/responses/InternalServerError'\n\n",
            ADDITIVE,
            MEMBERS + "response 503: added"),
        edit(
            "        '409':\n          $ref: '#/components/responses/Conflict'\n",
            "",
            BREAKING,
            MEMBERS + "response 409: removed"),

        // Contents of requests.
        edit(
            "        - $ref: '#/components/parameters/Limit'\n",
            "",
            BREAKING,
            MEMBERS + "query parameter limit: removed"),
        edit(
            "        - $ref: '#/components/parameters/Limit'\n",
            "        - $ref: '#/components/parameters/Limit'\n"
                + "        - {name: sort, in: query, schema: {type: string}}\n",
            ADDITIVE,
            MEMBERS + "query parameter sort: added"),
        edit(
            "        - $ref: '#/components/parameters/Limit'\n",
            "        - $ref: '#/components/parameters/Limit'\n"
                + "        - {name: sort, in: query, required: true, schema: {type: string}}\n",
            BREAKING,
            MEMBERS + "query parameter sort: added, and required"),
        edit(
            "      name: page\n      in: query\n",
            "      name: page\n      in: query\n      required: true\n",
            BREAKING,
            MEMBERS + "query parameter page: became required"),
        edit(
            "maximum: 1000",
            "maximum: 500",
            BREAKING,
            MEMBERS + "query parameter perPage: maximum was 1000, is 500"),
        edit(
            "        minimum: 1\n        maximum: 100\n",
            "        minimum: 10\n        maximum: 100\n",
            BREAKING,
            MEMBERS + "query parameter limit: minimum was 1, is 10"),
        edit(
            "maximum: 1000",
            "maximum: 2000",
            ADDITIVE,
            MEMBERS + "query parameter perPage: maximum was 1000, is 2000"),
        edit(
            "        maximum: 1000\n        default: 100",
            "        maximum: 1000\n        default: 50",
            BREAKING,
            MEMBERS + "query parameter perPage: default was 100, is 50"),
        edit(
            "        type: string\n        minLength: 1\n      examples:",
            "        type: string\n        minLength: 1\n        maxLength: 24\n      examples:",
            BREAKING,
            MEMBERS + "path parameter audienceId: maxLength was not set, is 24"),
        edit(
            "required: [grant_type]",
            "required: [grant_type, scope]",
            BREAKING,
            TOKEN + "request body: scope: became required"),
        edit(
            "required: [grant_type]\n      properties:",
            "required: [grant_type, audience]\n      properties:\n        audience:\n          type: string",
            BREAKING,
            TOKEN + "request body: audience: became required"),
        edit(
            "enum: [client_credentials]",
            "enum: [client_credentials, password]",
            ADDITIVE,
            TOKEN
                + "request body: grant_type: enum was [client_credentials], is [client_credentials,"
                + " password]"),

        // Constraints of requests, which must not be tightened.
        edit(
            "      schema:\n        type: string\n        minLength: 1\n      examples:",
            "      schema:\n        type: string\n        minLength: 5\n      examples:",
            BREAKING,
            MEMBERS + "path parameter audienceId: minLength was 1, is 5"),
        edit(
            "        maximum: 1000\n",
            "        maximum: 1000\n        enum: [100, 1000]\n",
            BREAKING,
            MEMBERS + "query parameter perPage: enum was not set, is [100, 1000]"),
        edit(
            "        maximum: 1000\n",
            "        maximum: 1000\n        exclusiveMaximum: true\n",
            BREAKING,
            MEMBERS + "query parameter perPage: exclusiveMaximum was false, is true"),
        edit(
            "          enum: [client_credentials]\n",
            "",
            ADDITIVE,
            TOKEN + "request body: grant_type: enum was [client_credentials], is not set"),
        edit(
            "      required: [grant_type]\n",
            "      required: [grant_type]\n      additionalProperties: false\n",
            BREAKING,
            TOKEN + "request body: additionalProperties was not set, is false"),
        edit(
            "      name: page\n      in: query\n",
            "      name: page\n      in: query\n      explode: false\n",
            BREAKING,
            MEMBERS + "query parameter page: explode was not set, is false"),
        edit(
            "      requestBody:\n        required: true\n",
            "      requestBody:\n        required: false\n",
            ADDITIVE,
            TOKEN + "request body: is no longer required"),

        // Constraints of responses, which must not be loosened.
        edit(
            "          multipleOf: 1\n          minimum: 0\n          description: Total number of r",
            "          multipleOf: 1\n          minimum: -1\n          description: Total number of r",
            BREAKING,
            PAGE + "pagination.totalResults: minimum was 0, is -1"),
        edit(
            "          items:\n            $ref: '#/components/schemas/AudienceMember'",
            "          maxItems: 1000\n          items:\n            $ref: '#/components/schemas/AudienceMember'",
            ADDITIVE,
            PAGE + "results: maxItems was not set, is 1000"),
        edit(
            "          example: user123@example.com\n      additionalProperties: true",
            "          example: user123@example.com\n      additionalProperties: false",
            ADDITIVE,
            PAGE + "results[]: additionalProperties was true, is false"),

        // Servers, paths and security.
        edit(
            "      operationId: listMembers\n",
            "      operationId: listMembers\n      servers: [{url: 'https://elsewhere.example.com'}]\n",
            BREAKING,
            MEMBERS + "server https://public.api.learn.link/rest/v1: removed"),
        edit(
            "    basicAuth:\n      type: http\n      scheme: basic",
            "    basicAuth:\n      type: http\n      scheme: bearer",
            BREAKING,
            "security scheme basicAuth: scheme was basic, is bearer"),
        edit(
            "            api/read: Read-only access to the API.\n",
            "",
            BREAKING,
            "security scheme oauth2: clientCredentials: scope api/read: removed"),
        edit(
            "/audiences/{audienceId}/members:",
            "/audience/{audienceId}/members:",
            BREAKING,
            "GET /audiences/{audienceId}/members: removed"),
        edit(
            "    post:\n      operationId",
            "    put:\n      operationId",
            BREAKING,
            "POST /oauth2/token/{tenantId}: removed"),
        edit(
            "  - url: https://public.api.learn.link/rest/v1",
            "  - url: https://public.api.learn.link/rest/v2",
            BREAKING,
            MEMBERS + "server https://public.api.learn.link/rest/v1: removed"),
        edit(
            "        - basicAuth: []\n",
            "",
            BREAKING,
            MEMBERS + "security {basicAuth:[]}: removed"),

        // Descriptive changes.
        edit("Takes an audience id", "Takes an id", WORDING, MEMBERS + "description reworded"),
        edit(
            "        email: user123@",
            "        email: user321@",
            WORDING,
            MEMBERS + "response 200: examples reworded"),
        edit("# The contract", "# Contract", WORDING, "the file: "),
        edit("openapi", "openapi", NONE, ""));
  }

  private static Arguments edit(String before, String after, Severity severity, String named) {
    return Arguments.of(before, after, severity, named);
  }
}
