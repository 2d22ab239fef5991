package io.github.thriveaudience.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the spec says of requests. A message names the rule, and shows no secret. */
final class RequestRules {
  private static final String MEMBERS_PATH = "/rest/v1/audiences/[^/]+/members";
  private static final String TOKEN_PATH = "/oauth2/token/[^/]+";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +[A-Za-z0-9._~+/-]+=*");
  private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+=*)");

  /** The parameters of the query with their maxima; each begins with 1. */
  private static final Map<String, Integer> PARAMETERS =
      Map.of("page", Integer.MAX_VALUE, "perPage", 1000, "limit", 100);

  private final LoggedRequest request;
  private final List<String> broken = new ArrayList<>();

  private RequestRules(LoggedRequest request) {
    this.request = request;
  }

  /** The rules that a request breaks. The path alone is checked elsewhere: see {@link #isKnown}. */
  static List<String> brokenBy(LoggedRequest request) {
    RequestRules rules = new RequestRules(request);
    String path = path(request);
    if (path.matches(MEMBERS_PATH)) {
      rules.checkMembers();
    } else if (isTokenPath(path)) {
      rules.checkToken();
    }
    return rules.broken;
  }

  /** Whether the spec has the path with the method. */
  static boolean isKnown(LoggedRequest request) {
    String method = request.getMethod().value();
    String path = path(request);
    return path.matches(MEMBERS_PATH)
        ? method.equals("GET")
        : method.equals("POST") && isTokenPath(path);
  }

  static boolean isTokenPath(String path) {
    return path.matches(TOKEN_PATH);
  }

  private static String path(LoggedRequest request) {
    return request.getUrl().replaceFirst("\\?.*", "");
  }

  private void checkMembers() {
    require(
        MembersPath.audience(request.getUrl()) != null,
        "the audience must be percent-encoded UTF-8");
    request.getQueryParams().forEach(this::checkParameter);
    String authorization = header("Authorization");
    require(
        isBasic(authorization) || BEARER.matcher(authorization).matches(),
        "the header Authorization must be there, with Basic and Tenant ID:API secret in Base64, or"
            + " with Bearer and a token");
  }

  private void checkParameter(String name, QueryParameter parameter) {
    Integer max = PARAMETERS.get(name);
    if (max == null) {
      broken.add("there is no parameter '" + name + "': there are page, perPage and limit");
      return;
    }
    require(parameter.values().size() == 1, "the parameter '" + name + "' must be there once");
    require(
        isWithin(parameter.firstValue(), max),
        "the parameter '" + name + "' must be a whole number from 1 to " + max);
  }

  private static boolean isWithin(String value, int max) {
    return NUMBER.matcher(value).matches() && Long.parseLong(value) <= max;
  }

  private void checkToken() {
    require(
        header("Content-Type").split(";", 2)[0].strip().equalsIgnoreCase(FORM),
        "the body must be " + FORM);
    require(hasField("grant_type", "client_credentials"), "grant_type must be client_credentials");
    require(
        isBasic(header("Authorization"))
            || (hasField("client_id", ".+") && hasField("client_secret", ".+")),
        "the client must authenticate, by HTTP Basic or with client_id and client_secret in the"
            + " body");
  }

  private boolean hasField(String name, String value) {
    return Pattern.compile("(^|&)" + name + "=" + value + "(&|$)")
        .matcher(request.getBodyAsString())
        .find();
  }

  private static boolean isBasic(String authorization) {
    var basic = BASIC.matcher(authorization);
    return basic.matches() && hasColon(basic.group(1));
  }

  private static boolean hasColon(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), ISO_8859_1).contains(":");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String header(String name) {
    return Objects.requireNonNullElse(request.getHeader(name), "");
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }
}
