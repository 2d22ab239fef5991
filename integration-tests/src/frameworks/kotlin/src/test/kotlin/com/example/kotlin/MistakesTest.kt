package com.example.kotlin

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import java.util.stream.Stream
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readLines
import kotlin.io.path.writeText
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.common.messages.MessageRenderer
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir

/**
 * Compiles each file of the folder `mistakes` with Kotlin's default options, which take JSpecify's
 * annotations strictly. The first line of a file says which error the compiler must find, and `// here` where.
 */
class MistakesTest {
    @TempDir lateinit var folder: Path

    @TestFactory
    fun `does not compile`(): Stream<DynamicTest> {
        val mistakes = Path.of("src/test/resources/mistakes").listDirectoryEntries("*.kt").sorted()
        assertTrue(mistakes.size >= 12)
        return mistakes.stream().map { dynamicTest(it.name) { isRefused(it) } }
    }

    private fun isRefused(mistake: Path) {
        val lines = mistake.readLines()
        val message = lines.first().removePrefix("// ")
        val line = lines.indexOfFirst { it.endsWith("// here") } + 1

        val (exitCode, errors) = compile(mistake)

        assertEquals(ExitCode.COMPILATION_ERROR, exitCode)
        assertEquals(1, errors.size, errors.toString())
        assertTrue(errors.single().contains("${mistake.name}:$line:"), errors.toString())
        assertTrue(errors.single().contains(message, ignoreCase = true), errors.toString())
    }

    /** Otherwise the mistakes might fail for another reason. */
    @Test
    fun `compiles what is right`() {
        val right = folder.resolve("right.kt")
        right.writeText(
            """
            fun length(member: io.github.thriveaudience.model.AudienceMember): Int {
                return member.reference()?.length ?: member.userId().length
            }
            """
        )

        assertEquals(ExitCode.OK to emptyList<String>(), compile(right))
    }

    private fun compile(source: Path): Pair<ExitCode, List<String>> {
        val printed = ByteArrayOutputStream()
        val exitCode =
            K2JVMCompiler()
                .exec(
                    PrintStream(printed),
                    MessageRenderer.PLAIN_FULL_PATHS,
                    "-no-stdlib",
                    "-no-reflect",
                    "-jvm-target",
                    "17",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.resolve("classes").toString(),
                    source.toString(),
                )
        return exitCode to printed.toString().lines().filter { it.contains(": error: ") }
    }
}
