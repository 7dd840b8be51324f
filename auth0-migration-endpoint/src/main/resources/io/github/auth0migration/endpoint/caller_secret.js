  // The endpoint knows its caller by a secret that both hold.
  function asCaller(send) {
    const rule = "must have 32 or more letters, digits and -._~+/, as 'openssl rand -base64 32' makes them";
    return send(textOf("MIGRATION_ENDPOINT_SECRET", /^[A-Za-z0-9._~+\/-]{32,4096}=*$/, rule));
  }
