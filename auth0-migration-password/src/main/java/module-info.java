/** Password hashes of the source platforms: hosts read the one package. */
module io.github.auth0migration.password {
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports io.github.auth0migration.password;
}
