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
