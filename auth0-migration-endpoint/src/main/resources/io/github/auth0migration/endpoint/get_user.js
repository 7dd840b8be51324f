function getUser({{parameters}}) {
  // The Get User script of auth0-migration: asks the migration endpoint whether somebody has this identifier.
  // Generated. It holds no secret: address and credentials are in the connection's configuration.
  const couldNotTell = "The user could not be looked up.";
{{head.js}}

  conclude("get_user", question({{context}}), function (answer) {
    switch (answer.outcome) {
      case "found":
        return { reason: undefined, result: [null, profileIn(answer)] };
      case "not_found":
        return { reason: answer.evidence, result: [null] };
      case "refused":
        // They exist but may not come in. "Nobody" would let a sign-up take their address.
        throw failure("refused", answer.reason);
      default:
        throw failure("answer", "outcome");
    }
  });

  // With passkeys the identifier is a user id. The endpoint knows it as this script once returned it, to which Auth0
  // prefixes its own name; that the prefix is there is inferred, so both forms are understood.
  function question(context) {
    return context && context.identifierType === "user_id"
      ? { user_id: String(identifier).replace(/^auth0\|/, "") }
      : { identifier: identifier };
  }

{{ask_endpoint.js}}

{{caller}}
}
