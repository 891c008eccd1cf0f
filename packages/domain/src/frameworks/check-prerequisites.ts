import type { Finding } from '../finding.ts';
import { joinWords } from '../french-format.ts';
import type { Framework, Module } from './framework.ts';

const source = 'référentiel saisi';

/**
 * Prerequisites that no plan could keep: a module that the version does not have, or modules that
 * wait for each other. Paths point into the `Framework`.
 */
export function checkPrerequisites(framework: Framework): readonly Finding[] {
  const modules = new Map(
    framework.blocks.flatMap((block) => block.modules.map((module) => [module.code, module])),
  );
  return framework.blocks.flatMap((block, blockIndex) =>
    block.modules.flatMap((module, index) => {
      const path = `/blocks/${blockIndex}/modules/${index}/after`;
      return [...checkKnown(module, modules, path), ...checkNoCircle(module, modules, path)];
    }),
  );
}

type Modules = ReadonlyMap<string, Module>;

const checkKnown = (module: Module, modules: Modules, path: string): readonly Finding[] =>
  (module.after ?? [])
    .filter((code) => !modules.has(code))
    .map((code) => ({
      rule: 'framework.prerequisite-known',
      severity: 'error',
      path,
      message: `« ${module.name} » vient après le module ${code}, qui n’existe pas dans cette version : retirez-le ou choisissez-en un autre.`,
      source,
    }));

function checkNoCircle(module: Module, modules: Modules, path: string): readonly Finding[] {
  const circle = findWayBack(module, modules);
  if (circle === null) return [];
  const names = circle.map(({ name }) => `« ${name} »`);
  return [
    {
      rule: 'framework.prerequisites-in-order',
      severity: 'error',
      path,
      message:
        names.length < 2
          ? `${names.join('')} ne peut pas venir après lui-même : retirez ce prérequis.`
          : `${joinWords(names)} s’attendent l’un l’autre : aucun ne pourrait commencer. Retirez l’un de ces prérequis.`,
      source,
    },
  ];
}

/** The modules of a circle through this one, it first; `null` when it waits for others only. */
function findWayBack(start: Module, modules: Modules): readonly Module[] | null {
  const seen = new Set<string>();
  const walk = (module: Module, way: readonly Module[]): readonly Module[] | null => {
    for (const code of module.after ?? []) {
      if (code === start.code) return way;
      const next = modules.get(code);
      if (!next || seen.has(code)) continue;
      seen.add(code);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(start, [start]);
}
