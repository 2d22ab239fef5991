package io.github.thriveaudience.spring;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ConnectionBuilder;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.spring.ThriveProperties.Proxy;
import io.github.thriveaudience.spring.ThriveProperties.Tokens;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** Passes properties on to builders, and names the property where a builder refuses one. */
final class BuilderSettings {
  /** Spring takes the index of an element for a part of the header's name. */
  private static final Pattern OF_A_LIST = Pattern.compile("^\\d+(\\.|$)|\\.\\d+$");

  private final ThriveProperties properties;
  private final CredentialProperties credentials;
  private final NamedBeans beans;

  BuilderSettings(ThriveProperties properties, NamedBeans beans) {
    this.properties = properties;
    this.credentials = new CredentialProperties(properties, beans);
    this.beans = beans;
  }

  /**
   * Sets what the properties say about the client.
   *
   * @throws ThriveConfigurationException if the builder refuses a property
   */
  void applyTo(AudienceMembersClient.Builder builder) {
    checkTokens(properties.accessTokens());
    applyToConnection(builder);
    set("scopes", builder, credentials::applyTo);
    set("base-uri", properties.baseUri(), builder::baseUri);
    set("token-uri", properties.tokenUri(), builder::tokenUri);
    set("page-size", properties.pageSize(), builder::pageSize);
    set("page-size-parameter", properties.pageSizeParameter(), builder::pageSizeParameter);
    set("requests-per-second", properties.requestsPerSecond(), builder::requestsPerSecond);
    headers("headers", properties.headers(), builder::header);
  }

  /**
   * Sets what the properties say about access tokens.
   *
   * @throws ThriveConfigurationException if the builder refuses a property
   */
  void applyTo(AccessTokens.Builder builder) {
    applyToConnection(builder);
    Tokens tokens = properties.accessTokens();
    Supplier<OAuth2Credentials> supplier = credentials.oauth2(scopes(tokens));
    if (properties.clientIdFile() != null) {
      builder.credentials(supplier);
    } else {
      set("access-tokens.scopes", supplier.get(), builder::credentials);
    }
    set("token-uri", properties.tokenUri(), builder::tokenUri);
    set("access-tokens.token-uri", tokens.tokenUri(), builder::tokenUri);
  }

  /** At the start, although the bean is made later. */
  private static void checkTokens(Tokens tokens) {
    for (Scope scope : tokens.scopes()) {
      if (!tokens.service().grants(scope)) {
        throw new ThriveConfigurationException(
            "access-tokens.scopes", "must be scopes that the service grants; " + scope + " is not");
      }
    }
  }

  /** The client's scopes are those of the public API; another service grants others. */
  private Set<Scope> scopes(Tokens tokens) {
    boolean ofTheClient = tokens.scopes().isEmpty() && tokens.service() == TokenService.PUBLIC_API;
    return ofTheClient ? properties.scopes() : tokens.scopes();
  }

  private void applyToConnection(ConnectionBuilder<?> builder) {
    set("environment", properties.environment(), builder::environment);
    set("connect-timeout", properties.connectTimeout(), builder::connectTimeout);
    set("request-timeout", properties.requestTimeout(), builder::requestTimeout);
    set("call-timeout", properties.callTimeout(), builder::callTimeout);
    set("max-attempts", properties.maxAttempts(), builder::maxAttempts);
    set("max-response-size", bytes(properties.maxResponseSize()), builder::maxResponseSize);
    headers("token-headers", properties.tokenHeaders(), builder::tokenHeader);
    String[] exposed = properties.exposeHeaders().toArray(new String[0]);
    set("expose-headers", exposed, builder::exposeHeaders);
    set("proxy", properties.proxy(), proxy -> proxy(builder, proxy));
    named("ssl.bundle", properties.ssl().bundle(), name -> sslContext(builder, name));
    named("http-client", properties.httpClient(), name -> httpClient(builder, name));
    named(
        "task-decorator",
        properties.taskDecorator(),
        name -> builder.taskDecorator(beans.taskDecorator("task-decorator", name)));
  }

  private static @Nullable Integer bytes(@Nullable DataSize size) {
    if (size == null) {
      return null;
    }
    if (size.toBytes() < 1 || size.toBytes() > Integer.MAX_VALUE) {
      throw new ThriveConfigurationException("max-response-size", "must be 1B or more, below 2GB");
    }
    return (int) size.toBytes();
  }

  private static void proxy(ConnectionBuilder<?> builder, Proxy proxy) {
    boolean authenticated =
        StringUtils.hasText(proxy.user()) || StringUtils.hasText(proxy.password());
    if (proxy.host() == null && proxy.port() == null && !authenticated) {
      return;
    }
    if (proxy.port() == null) {
      throw new ThriveConfigurationException("proxy.port", "must be set, since there is a proxy");
    }
    String host = proxy.host() == null ? "" : proxy.host();
    if (authenticated) {
      builder.proxy(host, proxy.port(), orBlank(proxy.user()), orBlank(proxy.password()));
    } else {
      builder.proxy(host, proxy.port());
    }
  }

  private static String orBlank(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void sslContext(ConnectionBuilder<?> builder, String bundle) {
    builder.sslContext(beans.sslBundle("ssl.bundle", bundle).createSslContext());
  }

  private void httpClient(ConnectionBuilder<?> builder, String bean) {
    builder.httpClient(beans.bean("http-client", bean, HttpClient.class));
  }

  private static void headers(
      String property, Map<String, String> headers, BiConsumer<String, String> setter) {
    headers.forEach(
        (name, value) -> {
          if (OF_A_LIST.matcher(name).find()) {
            throw new ThriveConfigurationException(
                property, "must be names with one value each, not a list");
          }
          set(property + '.' + name, value, each -> setter.accept(name, each));
        });
  }

  private static void named(String property, @Nullable String name, Consumer<String> setter) {
    set(property, StringUtils.hasText(name) ? name : null, setter);
  }

  private static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
    if (value == null) {
      return;
    }
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw PropertyNames.translate(property, e);
    }
  }
}
