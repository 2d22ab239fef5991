package com.example.micronaut;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.model.AudienceMember;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.SerdeImport;
import java.util.List;
import java.util.Objects;

/** The client blocks, so that its calls need a thread that may wait. */
@SerdeImport(AudienceMember.class)
@Controller("/audiences")
@ExecuteOn(TaskExecutors.BLOCKING)
class AudienceController {
  private final AudienceMembersClient thrive;

  AudienceController(AudienceMembersClient thrive) {
    this.thrive = thrive;
  }

  @Get("/{audience}/addresses")
  List<String> addresses(String audience) {
    return thrive.members(audience).stream()
        .map(AudienceMember::email)
        .filter(Objects::nonNull)
        .toList();
  }

  @Get("/{audience}/members")
  List<AudienceMember> members(String audience) {
    return thrive.members(audience).readAll().members();
  }

  @Error
  HttpResponse<String> notFound(NotFoundException e) {
    return HttpResponse.<String>status(HttpStatus.NOT_FOUND).body(e.getMessage());
  }
}
