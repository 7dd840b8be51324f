/** A program on the module path that signs one person in. */
module io.github.auth0migration.samples.modulepath {
    requires io.github.auth0migration.okta;
}
