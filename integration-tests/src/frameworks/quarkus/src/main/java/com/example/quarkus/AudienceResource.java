package com.example.quarkus;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.model.AudienceMember;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Its methods return plain values, so that Quarkus runs them on threads that may wait. */
@Path("/audiences/{audience}")
public class AudienceResource {
  private final AudienceMembersClient thrive;

  AudienceResource(AudienceMembersClient thrive) {
    this.thrive = thrive;
  }

  @GET
  @Path("/addresses")
  public List<String> addresses(String audience) {
    return thrive.members(audience).stream()
        .map(AudienceMember::email)
        .filter(Objects::nonNull)
        .toList();
  }

  @GET
  @Path("/members")
  public List<AudienceMember> members(String audience) {
    return thrive.members(audience).readAll().members();
  }

  @ServerExceptionMapper
  public RestResponse<String> notFound(NotFoundException e) {
    return RestResponse.status(RestResponse.Status.NOT_FOUND, e.getMessage());
  }
}
