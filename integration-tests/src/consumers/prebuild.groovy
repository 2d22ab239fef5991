// These are installed with the published artifacts, but users cannot get them.
for (name in ['parent', 'integration-tests']) {
  new File(localRepositoryPath, "io/github/thriveaudience/thrive-audience-$name").deleteDir()
}
return true
