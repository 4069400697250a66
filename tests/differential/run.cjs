// node run.cjs BINDINGS PACK FROM TO: the wasm build's lines on standard output.
const { readFileSync, writeSync } = require('node:fs');

const [bindings, path, from, to] = process.argv.slice(2);
const { verdicts } = require(bindings);
const pack = readFileSync(path, 'utf8');
const STEP = 250;
for (let at = Number(from); at < Number(to); at += STEP) {
  const lines = verdicts(pack, at, Math.min(at + STEP, Number(to)));
  for (let sent = 0; sent < lines.length; ) sent += writeSync(1, lines, sent);
}
