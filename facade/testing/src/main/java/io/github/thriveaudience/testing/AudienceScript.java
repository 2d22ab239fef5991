package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out the plan of an audience. Thread-safe. */
final class AudienceScript {
  private final AudiencePlan plan;
  private final Tenant tenant;
  private final List<RunningFault> faults = new ArrayList<>();
  private int readings;

  AudienceScript(AudiencePlan plan, Tenant tenant) {
    this.plan = plan;
    this.tenant = tenant;
    plan.faults().forEach(fault -> faults.add(new RunningFault(fault, fault.newResponder())));
  }

  StubResponse respond(Request request, MembersPath.Query query) {
    return respondAtOnce(request, query).delayedBy(plan.delay());
  }

  private synchronized StubResponse respondAtOnce(Request request, MembersPath.Query query) {
    StubResponse fault = fault(request, query.page());
    if (fault != null) {
      return fault;
    }
    if (query.page() == 1) {
      readings++;
    }
    return Responses.json(200, plan.page(readings, query.page(), query.perPage()));
  }

  private @Nullable StubResponse fault(Request request, int page) {
    for (RunningFault each : List.copyOf(faults)) {
      if (each.fault.concerns(page)) {
        StubResponse response = each.responder.respond(request, tenant);
        if (response != null) {
          return response;
        }
        faults.remove(each);
      }
    }
    return null;
  }

  private record RunningFault(Fault fault, FaultResponder responder) {}
}
