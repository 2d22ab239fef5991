package io.github.thriveaudience.spring;

import io.github.thriveaudience.PageSizeParameter;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.unit.DataSize;

/**
 * The properties. The compiler writes the text of each parameter into the metadata for IDEs;
 * defaults and the values of enums are in {@code additional-spring-configuration-metadata.json}.
 * What is null keeps the default of the builder.
 *
 * @param enabled Whether the beans of the client are made. Without any property of this prefix they
 *     are not.
 * @param environment Environment of the API that receives the requests. Required, unless base-uri
 *     is set.
 * @param baseUri Address in place of the environment's own, for tests and reverse proxies: https,
 *     or http to a loopback host.
 * @param tokenUri Token endpoint in place of the environment's own, the whole address. For OAuth
 *     only; required if base-uri is set.
 * @param tenantId Tenant ID of the credentials.
 * @param apiSecret API secret, for HTTP Basic.
 * @param clientId Client ID, for OAuth.
 * @param clientSecret Client Secret, for OAuth.
 * @param tenantIdFile File with the Tenant ID, for secrets that rotate.
 * @param apiSecretFile File with the API secret, read again when the API rejects the secret.
 * @param clientIdFile File with the Client ID, for secrets that rotate.
 * @param clientSecretFile File with the Client Secret, read again when the token endpoint rejects
 *     it.
 * @param credentialsSupplier Name of a bean, a Supplier of Credentials, for secrets that rotate.
 * @param scopes Scopes that the client requests its access tokens with, for OAuth.
 * @param clientAuthentication How the client proves to the token endpoint who it is, for OAuth.
 * @param pageSize Members in one response: 1 to 1000, or 1 to 100 if page-size-parameter is limit.
 * @param pageSizeParameter Query parameter that carries the page size.
 * @param requestsPerSecond Rate limit of the API, if it is known: 0.001 or more.
 * @param connectTimeout Maximum time for opening a connection: at most a day.
 * @param requestTimeout Maximum time of one attempt, its whole body included: at most a day.
 * @param callTimeout Maximum time of one page, with all attempts and the waits between them: at
 *     most a day.
 * @param maxAttempts Maximum number of attempts for one page: 1 to 20. 1 turns retries off.
 * @param maxResponseSize Maximum size of a response body, below 2 GB.
 * @param headers Headers of each request to the API, by name, such as a gateway requires them.
 * @param tokenHeaders Headers of each request for an access token, by name.
 * @param exposeHeaders Headers of responses that pages, request events and exceptions hold.
 * @param proxy HTTP proxy for all requests.
 * @param ssl Certificates.
 * @param httpClient Name of a bean of the type java.net.http.HttpClient that sends the requests.
 * @param taskDecorator Name of a bean, a TaskDecorator of Spring or a UnaryOperator of Runnable,
 *     that carries the context of a thread to those that work for it.
 * @param accessTokens The bean AccessTokens, which is made if client-id is set.
 */
@Lazy // An application whose test replaces the client may leave out the properties.
@ConfigurationProperties(ThriveProperties.PREFIX)
record ThriveProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable ThriveEnvironment environment,
    @Nullable URI baseUri,
    @Nullable URI tokenUri,
    @Nullable String tenantId,
    @Nullable String apiSecret,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable Path tenantIdFile,
    @Nullable Path apiSecretFile,
    @Nullable Path clientIdFile,
    @Nullable Path clientSecretFile,
    @Nullable String credentialsSupplier,
    @DefaultValue Set<Scope> scopes,
    @Nullable ClientAuthentication clientAuthentication,
    @Nullable Integer pageSize,
    @Nullable PageSizeParameter pageSizeParameter,
    @Nullable Double requestsPerSecond,
    @Nullable Duration connectTimeout,
    @Nullable Duration requestTimeout,
    @Nullable Duration callTimeout,
    @Nullable Integer maxAttempts,
    @Nullable DataSize maxResponseSize,
    @DefaultValue Map<String, String> headers,
    @DefaultValue Map<String, String> tokenHeaders,
    @DefaultValue List<String> exposeHeaders,
    @DefaultValue Proxy proxy,
    @DefaultValue Ssl ssl,
    @Nullable String httpClient,
    @Nullable String taskDecorator,
    @DefaultValue Tokens accessTokens) {
  static final String PREFIX = "thrive.audience";

  /** Without values, since some are secrets and logs show this text. */
  @Override
  public String toString() {
    return "ThriveProperties[" + PREFIX + ".*]";
  }

  /**
   * The proxy.
   *
   * @param host Name or address of the proxy's host alone, without scheme and port.
   * @param port Port of the proxy: 1 to 65535.
   * @param user User that the proxy knows.
   * @param password Password of the user. Java sends it only if it was started with
   *     -Djdk.http.auth.tunneling.disabledSchemes= without a value.
   */
  record Proxy(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String user,
      @Nullable String password) {

    @Override
    public String toString() {
      return "Proxy[" + PREFIX + ".proxy.*]";
    }
  }

  /**
   * The certificates.
   *
   * @param bundle Name of an SSL bundle (spring.ssl.bundle.*) with the trusted certificates, and
   *     the client's own.
   */
  record Ssl(@Nullable String bundle) {}

  /**
   * What differs between the client's own tokens and those of the bean.
   *
   * @param service API that the tokens are for.
   * @param tokenUri Token endpoint in place of token-uri.
   * @param scopes Scopes of the tokens. Default: those of the client if the service is public-api,
   *     or else the default of the service.
   */
  record Tokens(
      @DefaultValue("public-api") TokenService service,
      @Nullable URI tokenUri,
      @DefaultValue Set<Scope> scopes) {}
}
