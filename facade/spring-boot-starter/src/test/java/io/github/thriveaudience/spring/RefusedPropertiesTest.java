package io.github.thriveaudience.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application does not start with a wrong property, and is told which. */
class RefusedPropertiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page-size=1001            | page-size: must be 1 to 1000, but was 1001
          page-size=many            | page-size: must be a whole number
          max-attempts=21           | max-attempts: must be 1 to 20, but was 21
          requests-per-second=0     | requests-per-second: must be 0.001 or more, and finite, but was 0.0
          requests-per-second=fast  | requests-per-second: must be a number
          connect-timeout=0s        | connect-timeout: must be more than zero and at most a day, but was PT0S
          request-timeout=25h       | request-timeout: must be more than zero and at most a day, but was PT25H
          call-timeout=-1s          | call-timeout: must be more than zero and at most a day, but was PT-1S
          call-timeout=soon         | call-timeout: must be a duration such as 30s or 2m
          max-response-size=0B      | max-response-size: must be 1B or more, below 2GB
          max-response-size=2GB     | max-response-size: must be 1B or more, below 2GB
          max-response-size=large   | max-response-size: must be a size such as 16MB
          environment=test          | environment: must be one of production, staging, production-mea, staging-mea
          environment=${NOWHERE}    | environment: refers to ${NOWHERE}, which is not set
          api-secret=${NOWHERE}     | api-secret: refers to ${NOWHERE}, which is not set
          base-uri=http://a.example | base-uri: must be https; http is for loopback hosts only
          base-uri=https://[a       | base-uri: must be an address such as https://api.example.com
          base-uri=https://u:p@a.example | base-uri: must not carry user info; use credentials
          token-uri=https://a.example    | token-uri: is for OAuth credentials only
          scopes=read               | scopes: is for OAuth only, with client-id
          client-authentication=request-body | client-authentication: is for OAuth only, with client-id
          tenant-id=a:b             | tenant-id: must not contain a colon: HTTP Basic could not tell where the secret begins
          client-id=me              | api-secret: must not be set together with client-id or client-secret
          proxy.host=proxy.example  | proxy.port: must be set, since there is a proxy
          proxy.port=3128           | proxy.host: must not be blank
          proxy=http://proxy.example:3128 | proxy: must be set by the properties below it, not by one value
          ssl.bundle=unknown        | ssl.bundle: must be the name of an SSL bundle (spring.ssl.bundle.*); "unknown" is unknown
          http-client=unknown       | http-client: must be the name of a bean of the type java.net.http.HttpClient; "unknown" does not exist
          http-client=environment   | http-client: must be the name of a bean of the type java.net.http.HttpClient; "environment" is a
          task-decorator=unknown    | task-decorator: must be the name of a bean of the type org.springframework.core.task.TaskDecorator; "unknown" does not exist
          task-decorator=environment | task-decorator: must be the name of a bean of the type org.springframework.core.task.TaskDecorator; "environment" is a
          api-secret-file=/nowhere  | tenant-id-file: must be set, since api-secret-file is
          credentials-supplier=mine | credentials-supplier: must not be set together with credentials in properties or files
          headers.Host=a            | headers.Host:
          headers.X-Key=a,bé     | headers.X-Key: the value of the header X-Key has
          expose-headers=a b        | expose-headers:
          headers=X-Key:a           | headers: must be set by the properties below it, not by one value
          headers[0].X-Key=a        | headers: must be names with one value each, not a list
          headers.X-Key[0]=a        | headers: must be names with one value each, not a list
          token-headers[0]=a        | token-headers: must be names with one value each, not a list
          headers.X-Key=Bearer ${NOWHERE} | headers.x-key: refers to ${NOWHERE}, which is not set
          tenant-id=eu_${NOWHERE}   | tenant-id: refers to ${NOWHERE}, which is not set
          scopes=others             | scopes: must be a list of these: all, read, write, webhooks
          access-tokens.scopes=x    | access-tokens.scopes: must be a list of these: all, read, write, webhooks
          enabled=maybe             | enabled: must be true or false
          enabled=${NOWHERE}        | enabled: refers to ${NOWHERE}, which is not set
          access-tokens.service=other | access-tokens.service: must be one of public-api, webhooks
          """)
  void namesTheProperty(String property, String message) {
    refuses(StarterContext.configured(property), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tenant-id=a                  | api-secret: must be set, or client-id and client-secret, since tenant-id is
          api-secret=b                 | tenant-id: must be set, since api-secret is
          tenant-id=a,client-id=b      | client-secret: must be set, since tenant-id and client-id are
          tenant-id=a,client-secret=b  | client-id: must be set, since tenant-id and client-secret are
          client-id=a,client-secret=b  | tenant-id: must be set, since client-id and client-secret are
          tenant-id=a,api-secret=      | api-secret: must be set, or client-id and client-secret, since tenant-id is
          tenant-id-file=/nowhere,api-secret-file=/nowhere | tenant-id-file: must be a file that can be read
          tenant-id-file=/nowhere      | api-secret-file: must be set, or client-id-file and client-secret-file, since tenant-id-file is
          credentials-supplier=mine    | credentials-supplier: must be the name of a bean of the type java.util.function.Supplier; "mine" does not exist
          credentials-supplier=mine,scopes=read | scopes: must not be set together with credentials-supplier, which decides on it
          page-size=10                 | tenant-id: must be set, with api-secret, or with client-id and client-secret
          enabled=true                 | tenant-id: must be set, with api-secret, or with client-id and client-secret
          """)
  void namesAMissingCredential(String properties, String message) {
    refuses(
        StarterContext.with(properties.split(","))
            .withPropertyValues("thrive.audience.environment=staging"),
        message);
  }

  @Test
  void namesAMissingEnvironment() {
    refuses(
        StarterContext.with("tenant-id=a", "api-secret=b"),
        "thrive.audience.environment or thrive.audience.base-uri must be set");
  }

  @Test
  void namesTheTokenEndpointThatAnotherAddressNeeds() {
    refuses(
        StarterContext.with(
            "base-uri=https://a.example", "tenant-id=a", "client-id=b", "client-secret=c"),
        "with thrive.audience.base-uri and OAuth credentials thrive.audience.token-uri must be set"
            + " too");
  }

  @Test
  void namesWhatContradictsAnHttpClient() {
    refuses(
        StarterContext.configured("http-client=mine", "connect-timeout=1s")
            .withBean("mine", HttpClient.class, HttpClient::newHttpClient),
        "connect-timeout: has no effect on a given thrive.audience.http-client: set" + " it there");
  }

  @Test
  void namesThePageSizeThatContradictsItsParameter() {
    refuses(
        StarterContext.configured("page-size=200", "page-size-parameter=limit"),
        "page-size: must be 1 to 100 with LIMIT, but was 200");
  }

  @Test
  void namesAScopeThatTheClientCannotReadWith() {
    refuses(
        StarterContext.with(
            "environment=staging",
            "tenant-id=a",
            "client-id=b",
            "client-secret=c",
            "scopes=webhooks"),
        "scopes: ");
  }

  @Test
  void namesAScopeThatTheServiceDoesNotGrant() {
    refuses(
        StarterContext.with(
            "environment=staging",
            "tenant-id=a",
            "client-id=b",
            "client-secret=c",
            "access-tokens.scopes=webhooks"),
        "access-tokens.scopes: must be scopes that the service grants; WEBHOOKS is not");
  }

  private static void refuses(ApplicationContextRunner application, String message) {
    application.run(
        context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(ThriveConfigurationException.class)
                .message()
                .startsWith(
                    message.startsWith("with ") || message.startsWith("thrive.")
                        ? message
                        : "thrive.audience." + message));
  }
}
