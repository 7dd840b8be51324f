function login({{parameters}}) {
  // The Login script of auth0-migration: asks the migration endpoint whether the password is right.
  // Generated. It holds no secret: address and credentials are in the connection's configuration.
  const couldNotTell = "The sign-in could not be checked.";
{{head.js}}

  conclude("login", { identifier: userNameOrEmail, password: password }, function (answer) {
    switch (answer.outcome) {
      case "authenticated":
        return { reason: undefined, result: [null, profileIn(answer)] };
      case "rejected":
        return { reason: answer.cause, result: [wrongCredentials(answer)] };
      case "refused":
        return { reason: answer.reason, result: [refused(answer)] };
      default:
        throw failure("answer", "outcome");
    }
  });

  // A truthy first argument is logged as a wrong password of that user (fp), null as a user who is not known (fu).
  function wrongCredentials(answer) {
    const message = textIn(answer, "message");
    if (textIn(answer, "cause") === "UNKNOWN_USER") {
      return new WrongUsernameOrPasswordError(null, message);
    }
    const userId = answer.user_id === undefined ? userNameOrEmail : textIn(answer, "user_id");
    return new WrongUsernameOrPasswordError(userId, message);
  }

  // Only somebody who knows the password may learn why it does not help: to anybody else another class of error would
  // tell that the address exists.
  function refused(answer) {
    const message = textIn(answer, "message");
    if (typeof answer.password_proved !== "boolean") {
      throw failure("answer", "password_proved");
    }
    return answer.password_proved
      ? new UnauthorizedError(message)
      : new WrongUsernameOrPasswordError(null, message);
  }

{{ask_endpoint.js}}

{{caller}}
}
