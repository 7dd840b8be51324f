package io.github.auth0migration.simulators.auth0;

/** The two scripts of a connection with import mode on, as its flows call them. */
interface ImportScripts {

    ScriptResult login(String userNameOrEmail, String password);

    ScriptResult getUser(String identifier);
}
