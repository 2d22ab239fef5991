package io.github.thriveaudience;

import io.github.thriveaudience.api.AudiencesApi;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.api.UsersApi;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.internal.api.ApiCalls;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.model.AddedMembers;
import io.github.thriveaudience.model.AudiencesPage;
import io.github.thriveaudience.model.User;
import java.util.List;

/** Calls of endpoints that this project does not ship. */
final class NewEndpoints {
  private final ApiCalls<MembersApi> members;
  private final ApiCalls<AudiencesApi> audiences;
  private final ApiCalls<UsersApi> users;

  NewEndpoints(Endpoint endpoint, Authentication authentication, Connection connection) {
    members = new ApiCalls<>(MembersApi.class, endpoint, authentication, connection);
    audiences = new ApiCalls<>(AudiencesApi.class, endpoint, authentication, connection);
    users = new ApiCalls<>(UsersApi.class, endpoint, authentication, connection);
  }

  AddedMembers addMembers(String audience, List<String> userIds) {
    PathSegments.check("audience", audience);
    if (userIds.isEmpty() || userIds.size() > 100) {
      throw new IllegalArgumentException("userIds must be 1 to 100 ids");
    }
    return members.call(
        Operation.ADD_MEMBERS,
        "audience",
        audience,
        (api, context) -> api.addMembers(audience, userIds, context));
  }

  AudiencesPage audiences(int page) {
    return audiences.call(
        Operation.LIST_AUDIENCES,
        "page",
        String.valueOf(page),
        (api, context) -> api.listAudiences(page, 100, context));
  }

  User user(String id) {
    PathSegments.check("id", id);
    return users.call(Operation.GET_USER, "user", id, (api, context) -> api.getUser(id, context));
  }
}
