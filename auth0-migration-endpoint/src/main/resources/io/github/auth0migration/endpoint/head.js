  const timeLimitMillis = {{timeLimitMillis}};
  const bodyLimitBytes = 1048576;
  const correlationId = require("crypto").randomUUID();
  const line = { correlation_id: correlationId };

  if (typeof callback !== "function") {
    throw new Error("The number of parameters does not fit: render this script for the connection's context setting.");
  }
