// Runs the benchmarks named (all of them without a name; `planning` names `planning-board` and `planning-drag` too) and
// prints their figures.
import { board, board500 } from './board.mjs';
import { bundle } from './bundle.mjs';
import { planningDrag } from './drag-on-screen.mjs';
import { figuresTable, isShort } from './figure.mjs';
import { importing } from './import.mjs';
import { jury } from './jury.mjs';
import { juryRoom } from './jury-room.mjs';
import { memory } from './memory.mjs';
import { planning, planningBoard } from './planning.mjs';
import { registry } from './registry.mjs';
import { scale } from './scale.mjs';
import { start } from './start.mjs';
import { openWorld } from './world.mjs';

/** In this order: memory looks at the process that has served everything before it. */
const benches = {
  board,
  board500,
  import: importing,
  jury,
  memory,
  'jury-room': juryRoom,
  registry,
  scale,
  bundle,
  planning,
  'planning-board': planningBoard,
  'planning-drag': planningDrag,
  start,
};

const args = process.argv.slice(2);
const isJson = args.includes('--json');
const names = args.filter((name) => !name.startsWith('--'));
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`Inconnu : ${unknown.join(', ')}. Mesures : ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
const chosen = Object.entries(benches).filter(
  ([name]) => names.length === 0 || names.some((one) => name === one || name.startsWith(`${one}-`)),
);

const world = await openWorld();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => world.close().then(() => process.exit(130)));
/** @type {import('./figure.mjs').Figure[]} */
const figures = [];
try {
  for (const [name, measure] of chosen) {
    console.error(`… ${name}`);
    for (const figure of await measure(world)) {
      figures.push({ bench: name, ...figure });
      if (isJson) console.log(JSON.stringify(figures.at(-1)));
    }
  }
} finally {
  await world.close();
}
if (!isJson) console.log(figuresTable(figures));
process.exitCode = figures.some(isShort) || figures.length === 0 ? 1 : 0;
