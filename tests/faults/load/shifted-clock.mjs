import { readFileSync } from 'node:fs';

/**
 * Loaded into the processes of an installation before their own modules: their clock stands apart from the machine's by as many
 * milliseconds as a file says, which is read again and again. Timers and `performance.now()` go on, as they do when a clock is set.
 */
const file = new URL(import.meta.url).searchParams.get('file');
const READ_EVERY_MS = 200;
const MachineDate = Date;
let offsetMs = 0;

function read() {
  try {
    offsetMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    offsetMs = 0;
  }
}

const now = () => MachineDate.now() + offsetMs;
globalThis.Date = new Proxy(MachineDate, {
  apply: () => new MachineDate(now()).toString(),
  construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
MachineDate.prototype.constructor = globalThis.Date;

read();
setInterval(read, READ_EVERY_MS).unref();
