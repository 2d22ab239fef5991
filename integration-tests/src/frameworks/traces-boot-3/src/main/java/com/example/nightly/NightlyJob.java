package com.example.nightly;

import io.github.thriveaudience.AudienceMembersClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the members. It knows nothing of traces. */
@Component
class NightlyJob {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyJob.class);

  private final AudienceMembersClient thrive;

  NightlyJob(AudienceMembersClient thrive) {
    this.thrive = thrive;
  }

  @Scheduled(cron = "${nightly.schedule}")
  void run() {
    int members = thrive.members("payroll-team").parallelism(8).readAll().members().size();
    LOG.info("{} members", members);
  }
}
