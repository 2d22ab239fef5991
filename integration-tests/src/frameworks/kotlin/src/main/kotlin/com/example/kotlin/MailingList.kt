package com.example.kotlin

import io.github.thriveaudience.AudienceMembersClient
import io.github.thriveaudience.error.NotFoundException
import io.github.thriveaudience.error.ThriveException
import io.github.thriveaudience.listing.KnownMembers
import io.github.thriveaudience.listing.Verdict

/** Finds addresses. Not every member has one: `email()` is a `String?`. */
class MailingList(private val thrive: AudienceMembersClient) {
    fun addresses(audience: String): List<String> = thrive.members(audience).mapNotNull { it.email() }

    /** Null if there is no such audience. */
    fun size(audience: String): Int? =
        try {
            thrive.members(audience).readAll().members().size
        } catch (_: NotFoundException) {
            null
        }

    /** Lazy, so that it sends no more requests than it needs. */
    fun first(audience: String, number: Int): List<String> =
        thrive.members(audience).asSequence().map { it.userId() }.take(number).toList()

    fun sizes(audiences: List<String>): Map<String, Int> = buildMap {
        thrive.membersOfEach(audiences).readAll { audience, all -> put(audience, all.members().size) }
    }

    /** How many members were delivered before the listing failed, or null if it did not. */
    fun deliveredBeforeFailure(audience: String): Long? {
        var seen = 0L
        try {
            thrive.members(audience).read { seen++ }
            return null
        } catch (e: ThriveException) {
            return e.report()?.members() ?: seen
        }
    }

    fun advice(audience: String): String {
        val report = thrive.members(audience).parallelism(2).readAll().report()
        return when (report.verdict()) {
            Verdict.CONSISTENT -> "done"
            Verdict.DRIFTED, Verdict.INCOMPLETE -> "read again: ${report.evidence().first()}"
        }
    }

    fun joined(audience: String, known: Collection<String>): List<String> =
        thrive.members(audience).changesSince(KnownMembers.ofIds(known)).joined().map { it.userId() }
}
