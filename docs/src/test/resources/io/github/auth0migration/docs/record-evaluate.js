// Plays record.evaluate: a context with nothing in it but the language, the script, and one call for each record.
const vm = require('node:vm');
const { script, records } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const context = vm.createContext(Object.create(null));
vm.runInContext(script, context);
const trace = [];
const logger = { info: (line) => trace.push(line) };
const results = records.map((record) => {
  context.record = record;
  context.logger = logger;
  return vm.runInContext('process(record, {}, logger, {})', context);
});
console.log(JSON.stringify({ results, trace }));
