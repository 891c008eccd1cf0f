import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { root } from './repository.mjs';

/** @typedef {import('@prisma/schema-engine-wasm').SchemaEngine} SchemaEngine */

/** Every table and enum is ours: nothing is left out of a comparison. */
export const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks function bodies (`$$ … ; … $$`),
 * and its shadow database is the main one when given a URL. This one sends scripts whole and has no
 * shadow database.
 */
class ScriptSafePrismaPg extends PrismaPg {
  /** @override */
  async connect() {
    return describeSingleChars(sendScriptsWhole(await super.connect()));
  }

  /**
   * @override
   * @returns {Promise<never>}
   */
  async connectToShadowDb() {
    throw new Error('No shadow database: compare with a database that has all migrations applied.');
  }
}

/** @param {Awaited<ReturnType<PrismaPg['connect']>>} adapter */
function sendScriptsWhole(adapter) {
  const { onError } = /** @type {{ onError: (error: unknown) => never }} */ (
    /** @type {unknown} */ (adapter)
  );
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script).catch(onError);
  };
  return adapter;
}

/** PostgreSQL's one-letter catalogue type "char", and the nearest type the adapter knows. */
const singleChar = 18;
const blankPaddedChar = 1042;

/**
 * The engine reads one-letter columns of PostgreSQL's catalogue, which the adapter refuses; as text
 * the engine would panic on them (https://github.com/prisma/orm/issues/29635).
 * @param {Awaited<ReturnType<PrismaPg['connect']>>} adapter
 */
function describeSingleChars(adapter) {
  const io = /** @type {{ performIO: (query: unknown) => Promise<pg.QueryArrayResult> }} */ (
    /** @type {unknown} */ (adapter)
  );
  const performIO = io.performIO.bind(adapter);
  /** @type {Set<string>} */
  const singleCharColumns = new Set();
  io.performIO = async (query) => {
    const result = await performIO(query);
    for (const field of result.fields) {
      if (field.dataTypeID !== singleChar) continue;
      field.dataTypeID = blankPaddedChar;
      singleCharColumns.add(field.name);
    }
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, column) =>
      singleCharColumns.has(result.columnNames[column] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

/** @type {Promise<void> | undefined} */
let loading;

/** The package imports its .wasm as a module, which Node 20 only does behind a flag. */
function loadBindings() {
  loading ??= (async () => {
    // Where the engine reports a panic. Unset, the panic would hide behind a TypeError.
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: {
        /** @param {string} message */
        set_message(message) {
          throw new Error(`Prisma's schema engine gave up: ${message}`);
        },
      },
    });
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
    const imports = /** @type {WebAssembly.ModuleImports} */ (
      Object.fromEntries(Object.entries(bindings).map(letTheProcessEnd))
    );
    const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': imports });
    bindings.__wbg_set_wasm(instance.exports);
    /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  })();
  return loading;
}

/**
 * The engine sets a timer of ten seconds for its advisory lock and never clears it: it would keep
 * every program that migrates alive for as long.
 * @param {[string, unknown]} binding
 * @returns {[string, unknown]}
 */
function letTheProcessEnd([name, binding]) {
  if (!name.startsWith('__wbg_setTimeout_') || typeof binding !== 'function') {
    return [name, binding];
  }
  return [name, (/** @type {unknown[]} */ ...args) => binding(...args).unref()];
}

/**
 * Runs `work` with Prisma's own schema engine on the database of `url`.
 * @template T
 * @param {string} url
 * @param {(engine: SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSchemaEngine(url, work) {
  await loadBindings();
  // One connection: the engine's advisory lock belongs to the session that took it.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  const factory = bindMigrationAwareSqlAdapterFactory(new ScriptSafePrismaPg(pool));
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: readSchemaFiles().map(({ path, content }) => [path, content]) },
      () => {},
      factory,
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** The files of prisma/schema, in a stable order. */
export function readSchemaFiles() {
  const folder = join(root, 'prisma/schema');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));
}
