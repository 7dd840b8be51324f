"use strict";
// A container of action scripts: one line of JSON per call comes in on stdin, lines of JSON about it go out on stdout.
//
//   in    {op: "run", id, name, script, arguments, configuration, limitMillis}   {op: "forget"}
//   out   {id, type: "console", line}   {id, type: "result", result}   {type: "again", name}   {type: "crash", reason, inFlight}

const readline = require("readline");
const util = require("util");
const vm = require("vm");

const runs = new Map();
let containerGlobal = {};

// The classes that Auth0 hands to scripts. What they were made of is kept, for the first argument decides the log type.
const madeOf = new WeakMap();
function errorClass(name, messageAt) {
  const type = { [name]: class extends Error {
    constructor(...args) {
      super(args[messageAt]);
      this.name = name;
      madeOf.set(this, args);
    }
  } }[name];
  return type;
}
const errors = {
  WrongUsernameOrPasswordError: errorClass("WrongUsernameOrPasswordError", 1),
  ValidationError: errorClass("ValidationError", 1),
  UnauthorizedError: errorClass("UnauthorizedError", 0),
};

function send(message) {
  process.stdout.write(JSON.stringify(message) + "\n");
}

function resultOf(error, profile) {
  if (error !== null && error !== undefined) {
    return errorResult(error);
  }
  if (profile === null || profile === undefined) {
    return { type: "nothing" };
  }
  if (typeof profile !== "object" || Array.isArray(profile)) {
    return { type: "failed", reason: "the profile is not an object" };
  }
  return { type: "profile", profile };
}

function errorResult(error) {
  if (!(error instanceof Error)) {
    return { type: "failed", reason: "the first argument of callback is neither null nor an Error" };
  }
  const args = (madeOf.get(error) || [error.message]).map((arg) => (arg === undefined ? null : arg));
  return { type: "error", name: error.name, arguments: args, message: String(error.message) };
}

class Run {
  constructor(call) {
    this.id = call.id;
    this.name = call.name;
    this.calls = 0;
    this.reported = false;
    this.timer = setTimeout(() => this.report({ type: "timeout" }), call.limitMillis);
  }

  callback(error, profile) {
    this.calls += 1;
    if (this.reported) {
      send({ type: "again", name: this.name });
      return;
    }
    if (this.calls === 1) {
      const result = resultOf(error, profile);
      // Two turns of the event loop later a second call in the same breath has happened.
      setImmediate(() => setImmediate(() => this.report(this.calls === 1 ? result : twice)));
    }
  }

  report(result) {
    if (!this.reported) {
      this.reported = true;
      clearTimeout(this.timer);
      runs.delete(this.id);
      send({ id: this.id, type: "result", result, calls: this.calls });
    }
  }
}
const twice = { type: "failed", reason: "callback was called more than once" };

function run(call) {
  const current = new Run(call);
  runs.set(call.id, current);
  const log = (...args) => send({ id: call.id, type: "console", line: util.format(...args) });
  const scope = {
    configuration: Object.freeze({ ...call.configuration }),
    global: containerGlobal,
    console: { log, info: log, warn: log, error: log, debug: log },
    require,
    ...errors,
  };
  try {
    const source = "return (" + call.script + "\n);";
    const script = vm.compileFunction(source, Object.keys(scope), { filename: call.name + ".js" })(...Object.values(scope));
    if (typeof script !== "function") {
      throw new TypeError("the script is not one function");
    }
    script(...call.arguments, (error, profile) => current.callback(error, profile));
  } catch (error) {
    current.report({ type: "failed", reason: "uncaught " + nameOf(error) });
  }
}

// The name alone: a message may quote what the script held.
function nameOf(error) {
  return error instanceof Error ? error.name : "exception of type " + typeof error;
}

// As Node.js does by itself: the process ends, and with it everything in flight.
function crash(reason) {
  const inFlight = [...runs.values()].map((current) => ({ id: current.id, calls: current.calls }));
  process.stdout.write(JSON.stringify({ type: "crash", reason, inFlight }) + "\n", () => process.exit(1));
}
process.on("uncaughtException", (error) => crash("uncaught " + nameOf(error)));
process.on("unhandledRejection", (error) => crash("unhandled rejection of " + nameOf(error)));

readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on("line", (line) => {
  const call = JSON.parse(line);
  if (call.op === "run") {
    run(call);
  } else {
    containerGlobal = {};
  }
}).on("close", () => process.exit(0));
