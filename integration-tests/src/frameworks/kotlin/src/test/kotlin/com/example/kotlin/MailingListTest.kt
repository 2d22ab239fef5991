package com.example.kotlin

import io.github.thriveaudience.model.AudienceMember
import io.github.thriveaudience.testing.Scenarios.drifting
import io.github.thriveaudience.testing.Scenarios.fails
import io.github.thriveaudience.testing.Scenarios.members
import io.github.thriveaudience.testing.TestMembers
import io.github.thriveaudience.testing.ThriveStubs
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class MailingListTest {
    private val list
        get() = MailingList(STUBS.client())

    @Test
    fun `leaves out members without an address`() {
        val withoutEmail = AudienceMember.builder().userId("id-2").build()
        STUBS.given("a-team", members(TestMembers.of(1) + withoutEmail))

        assertEquals(listOf(TestMembers.member(1).email()), list.addresses("a-team"))
    }

    @Test
    fun `knows no size of an unknown audience`() {
        assertEquals(250, list.size("tech-team"))
        assertNull(list.size("no-such-team"))
    }

    @Test
    fun `reads no further than it needs`() {
        STUBS.given("a-team", members(1000))

        assertEquals(5, list.first("a-team", 5).size)

        assertTrue(STUBS.requestedPages("a-team").size <= 2)
    }

    @Test
    fun `reads several audiences`() {
        STUBS.given("a-team", members(3)).given("b-team", members(2))

        assertEquals(mapOf("a-team" to 3, "b-team" to 2), list.sizes(listOf("a-team", "b-team")))
    }

    @Test
    fun `counts what was delivered before a failure`() {
        STUBS.given("a-team", fails(403).atPage(3))

        assertEquals(200, list.deliveredBeforeFailure("a-team"))
        assertNull(list.deliveredBeforeFailure("tech-team"))
    }

    @Test
    fun `reads again what has drifted`() {
        STUBS.given("a-team", drifting())

        assertTrue(list.advice("a-team").startsWith("read again: "))
        assertEquals("done", list.advice("tech-team"))
    }

    @Test
    fun `finds who has joined`() {
        STUBS.given("a-team", members(3))

        assertEquals(
            listOf(TestMembers.id(3)),
            list.joined("a-team", setOf(TestMembers.id(1), TestMembers.id(2))),
        )
    }

    @Test
    fun `runs as a program`() {
        STUBS.given("a-team", members(listOf(AudienceMember.builder().userId("id-1").build())))

        val arguments =
            arrayOf(ThriveStubs.TENANT_ID, ThriveStubs.API_SECRET, "a-team", STUBS.url().toString())
        val printed = printed { main(arguments) }

        assertEquals("id-1: no address", printed.trim())
    }

    private fun printed(program: () -> Unit): String {
        val bytes = ByteArrayOutputStream()
        val out = System.out
        System.setOut(PrintStream(bytes, true))
        try {
            program()
        } finally {
            System.setOut(out)
        }
        return bytes.toString()
    }

    companion object {
        @JvmField @RegisterExtension val STUBS: ThriveStubs = ThriveStubs.start()
    }
}
