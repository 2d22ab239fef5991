package com.example.kotlin

import io.github.thriveaudience.AudienceMembersClient
import io.github.thriveaudience.ThriveEnvironment
import io.github.thriveaudience.auth.Credentials
import java.net.URI

/** Takes the Tenant ID, the API secret, the audience, and an address in place of the environment's. */
fun main(args: Array<String>) {
    val (tenantId, apiSecret, audience, address) = args
    AudienceMembersClient.builder()
        .environment(ThriveEnvironment.STAGING)
        .credentials(Credentials.basic(tenantId, apiSecret))
        .baseUri(URI.create(address))
        .build()
        .use { thrive ->
            for (member in thrive.members(audience)) {
                println("${member.userId()}: ${member.email() ?: "no address"}")
            }
        }
}
