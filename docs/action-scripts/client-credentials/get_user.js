function getUser(identifier, callback) {
  // The Get User script of auth0-migration: asks the migration endpoint whether somebody has this identifier.
  // Generated. It holds no secret: address and credentials are in the connection's configuration.
  const couldNotTell = "The user could not be looked up.";
  const timeLimitMillis = 12000;
  const bodyLimitBytes = 1048576;
  const correlationId = require("crypto").randomUUID();
  const line = { correlation_id: correlationId };

  if (typeof callback !== "function") {
    throw new Error("The number of parameters does not fit: render this script for the connection's context setting.");
  }

  conclude("get_user", question({}), function (answer) {
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

  // Asks, writes one line to the log, calls back. The callback comes last and outside of any promise: what it throws
  // must not make it run again.
  function conclude(script, question, read) {
    const started = Date.now();
    inTime((signal) => ask("/" + script.replace("_", "-"), question, signal))
      .then((answer) => ({ outcome: answer.outcome, ...read(answer) }))
      .catch(failed)
      .then((end) => {
        line.script = script;
        line.outcome = end.outcome;
        line.reason = wordOf(end.reason);
        line.ms = Date.now() - started;
        console.log("auth0-migration " + JSON.stringify(line));
        setImmediate(() => callback(...end.result));
      });
  }

  // Whatever was not understood is neither a right nor a wrong password, neither somebody nor nobody: only Error says so.
  function failed(error) {
    const message = error.advice || couldNotTell + " Correlation id: " + correlationId;
    return { outcome: error.outcome || "failed", reason: error.reason || error.name, result: [new Error(message)] };
  }

  async function ask(path, question, signal) {
    const url = addressIn("MIGRATION_ENDPOINT_URL") + path;
    const body = { version: 1, ...question, correlation_id: correlationId };
    return verdictIn(await asCaller((bearer) => post(url, { authorization: "Bearer " + bearer }, body, signal)));
  }

  // Status 200 if and only if a verdict: an answer that contradicts itself is none. So is one to another question, as a
  // cache might give it.
  function verdictIn(reply) {
    const answer = reply.json;
    if (answer.version !== 1) {
      throw failure("answer", "version");
    }
    if (reply.status === 503 && answer.outcome === "unavailable") {
      throw failure("unavailable", answer.kind);
    }
    if (reply.status >= 400 && reply.status < 500 && answer.outcome === "error") {
      throw failure("error", answer.error);
    }
    if (reply.status !== 200) {
      throw failure("answer", "status");
    }
    if (answer.correlation_id !== correlationId) {
      throw failure("answer", "correlation_id");
    }
    return answer;
  }

  function profileIn(answer) {
    const profile = answer.profile;
    if (!isObject(profile) || typeof profile.user_id !== "string" || profile.user_id === "") {
      throw failure("answer", "profile");
    }
    return profile;
  }

  function textIn(answer, member) {
    if (typeof answer[member] !== "string" || answer[member] === "") {
      throw failure("answer", member);
    }
    return answer[member];
  }

  // One limit over connecting, headers and body together: the limits of fetch begin anew with each of them.
  async function inTime(work) {
    const abort = new AbortController();
    let timer;
    const late = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(failure("timeout")), timeLimitMillis);
    });
    try {
      return await Promise.race([work(abort.signal), late]);
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  }

  async function post(url, headers, body, signal) {
    line.status = undefined;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(body),
        // A password goes to the configured address and nowhere else.
        redirect: "error",
        signal: signal,
      });
      line.status = response.status;
      return { status: response.status, json: await jsonOf(response, signal) };
    } catch (error) {
      throw error.reason ? error : failure("connection", error.cause && error.cause.code);
    }
  }

  async function jsonOf(response, signal) {
    if (!/^application\/json *(; *charset="?utf-8"?)?$/i.test(response.headers.get("content-type") || "")) {
      if (response.body) {
        response.body.cancel().catch(() => {});
      }
      throw failure("answer", "content_type");
    }
    const bytes = await bytesOf(response, signal);
    let json;
    try {
      json = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch (error) {
      throw failure("answer", "json");
    }
    if (!isObject(json)) {
      throw failure("answer", "json");
    }
    return json;
  }

  async function bytesOf(response, signal) {
    if (!response.body) {
      return Buffer.alloc(0);
    }
    const reader = response.body.getReader();
    // Between the signal and the connection Node has a weak reference of its own: once that is collected, only this
    // hangs up.
    signal.addEventListener("abort", () => reader.cancel().catch(() => {}));
    const chunks = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > bodyLimitBytes) {
        throw failure("answer", "too_large");
      }
      chunks.push(next.value);
    }
    return Buffer.concat(chunks);
  }

  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  // Of what is wrong with the configuration the key is named, the value never.
  function textOf(key, pattern, rule) {
    const value = configuration[key];
    if (typeof value !== "string" || !pattern.test(value)) {
      throw misconfigured(key, rule);
    }
    return value;
  }

  function addressIn(key, prefix) {
    const rule = "must be an https address without credentials, query and fragment";
    const text = textOf(key, /^[^?#@\s]+$/, rule);
    let url;
    try {
      url = new URL(prefix && !text.includes("://") ? prefix + text : text);
    } catch (error) {
      throw misconfigured(key, rule);
    }
    const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback)) {
      throw misconfigured(key, rule);
    }
    return url.origin + url.pathname.replace(/\/+$/, "");
  }

  function misconfigured(key, rule) {
    const error = failure("configuration", key);
    error.advice = "The connection's configuration is wrong: " + key + " " + rule + ".";
    return error;
  }

  // What the endpoint itself said keeps its own words; of all else this says what failed and how.
  function failure(what, reason) {
    const said = ["unavailable", "error", "refused"].includes(what);
    const error = new Error(what);
    error.outcome = said ? what : "failed";
    error.reason = said ? reason : reason ? what + ":" + reason : what;
    return error;
  }

  // What came from outside reaches the log as a word, or not at all.
  function wordOf(reason) {
    if (reason === undefined) {
      return undefined;
    }
    return typeof reason === "string" && /^[\w:.-]{1,80}$/.test(reason) ? reason : "other";
  }

  // The endpoint knows its caller by an access token of this tenant. If it refuses one that is not quite new, the tenant's
  // keys may have changed: one other token, and if that does not help either it is an error.
  async function asCaller(send) {
    const token = await accessToken();
    const reply = await send(token.value);
    if (reply.status !== 401 || Date.now() < token.since + 60000) {
      return reply;
    }
    forget(token.fetched);
    return send((await accessToken()).value);
  }

  // Kept in global for all calls of this container. Whoever comes first fetches; the others wait for the same token.
  async function accessToken() {
    const cached = global[cacheKey()];
    if (cached) {
      const token = await cached;
      if (Date.now() < token.until) {
        return token;
      }
    }
    if (global[cacheKey()] === cached) {
      const fetched = fetchToken().then((token) => ({ ...token, fetched: fetched }));
      global[cacheKey()] = fetched;
      fetched.catch(() => forget(fetched));
    }
    return global[cacheKey()];
  }

  function forget(fetched) {
    if (global[cacheKey()] === fetched) {
      delete global[cacheKey()];
    }
  }

  // Connections with other settings may share the container, and a secret that was changed must prove itself. Other
  // scripts can read global, so it holds the secret's hash only.
  function cacheKey() {
    const secret = require("crypto").createHash("sha256").update(clientSecret()).digest("hex");
    return "auth0-migration " + JSON.stringify([tokenAddress(), clientId(), secret, audience()]);
  }

  async function fetchToken() {
    const since = Date.now();
    const request = {
      grant_type: "client_credentials",
      client_id: clientId(),
      client_secret: clientSecret(),
      audience: audience(),
    };
    const reply = await inTime((signal) => post(tokenAddress(), {}, request, signal)).catch((error) => {
      throw failure("token", error.reason);
    });
    const value = reply.json.access_token;
    const seconds = reply.json.expires_in;
    const usable = typeof value === "string" && /^[\x21-\x7e]+$/.test(value) && Number.isFinite(seconds) && seconds > 0;
    if (reply.status !== 200 || !usable) {
      throw failure("token", String(reply.status));
    }
    // A minute early, so that it is still good when it arrives; a short one for half of its life.
    return { value: value, since: since, until: since + 1000 * Math.max(seconds - 60, seconds / 2) };
  }

  function tokenAddress() {
    return addressIn("AUTH0_DOMAIN", "https://") + "/oauth/token";
  }

  function clientId() {
    return textOf("MIGRATION_CLIENT_ID", /^[\x21-\x7e]+$/, "must be the application's client id");
  }

  function clientSecret() {
    return textOf("MIGRATION_CLIENT_SECRET", /^[\x21-\x7e]{16,}$/, "must be the application's client secret");
  }

  function audience() {
    return textOf("MIGRATION_AUDIENCE", /^[\x21-\x7e]+$/, "must be the identifier of the endpoint's API");
  }
}
