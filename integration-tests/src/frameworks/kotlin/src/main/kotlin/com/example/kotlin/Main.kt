package com.example.kotlin

import io.github.thriveaudience.AudienceMembersClient
import io.github.thriveaudience.auth.Credentials
import java.net.URI

/** Takes the address of the API, the Tenant ID, the API secret and the audience. */
fun main(args: Array<String>) {
    val (address, tenantId, apiSecret, audience) = args
    AudienceMembersClient.builder()
        .baseUri(URI.create(address))
        .credentials(Credentials.basic(tenantId, apiSecret))
        .build()
        .use { thrive ->
            for (member in thrive.members(audience)) {
                println("${member.userId()} ${member.email() ?: "has no address"}")
            }
        }
}
