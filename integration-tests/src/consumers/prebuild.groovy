// The build installs these with the published artifacts, but does not publish them.
for (name in ['parent', 'integration-tests']) {
  new File(localRepositoryPath, "io/github/thriveaudience/thrive-audience-$name").deleteDir()
}
return true
