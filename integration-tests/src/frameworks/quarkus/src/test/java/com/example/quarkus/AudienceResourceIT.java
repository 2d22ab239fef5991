package com.example.quarkus;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/** The jar that Quarkus builds, as a process. */
@QuarkusIntegrationTest
@QuarkusTestResource(Stubs.class)
class AudienceResourceIT {
  @Test
  void readsAllPages() {
    get("/audiences/tech-team/addresses").then().statusCode(200).body("$", hasSize(250));
  }

  @Test
  void mapsAnUnknownAudience() {
    get("/audiences/no-such-team/addresses")
        .then()
        .statusCode(404)
        .body(containsString("no-such-team"));
  }
}
