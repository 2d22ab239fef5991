// 'read' overrides nothing.
abstract class Handler : io.github.thriveaudience.AudienceHandler<String> {
    override fun read(audience: String?, result: String) {} // here
}
