import type { Framework } from '../frameworks/framework.ts';
import { listProgramme, type ProgrammeItem } from '../frameworks/list-programme.ts';
import { groupBy } from '../group-by.ts';

/** A module, or (with `moduleCode` null) the evaluation of a block, that a trainer may teach. */
export interface SubjectKey {
  readonly blockCode: string;
  readonly moduleCode: string | null;
}

/** What a trainer may teach in one framework version. */
export interface TaughtVersion {
  readonly framework: Framework;
  readonly subjects: readonly SubjectKey[];
}

/** Whether two keys name the same module or evaluation of a version. */
export const isSameSubject = (a: SubjectKey, b: SubjectKey): boolean =>
  a.blockCode === b.blockCode && a.moduleCode === b.moduleCode;

/** The items of a version's programme that are taught: what the version no longer has is left out. */
export const listTaught = ({ framework, subjects }: TaughtVersion): readonly ProgrammeItem[] =>
  listProgramme(framework).filter((item) =>
    subjects.some((subject) => isSameSubject(subject, item)),
  );

/** So few items are named; more are counted. */
const fewItems = 2;

/**
 * What a trainer teaches in a line: « Tous les blocs », or block by block: whole blocks by their
 * name, parts by their modules when they are few, counted when they are many, e.g. « Parcours de
 * santé, AFGSU niveau 1, Assistance aux soins (3 sur 5) ». Versions in which the trainer teaches
 * nothing do not count. Empty when nothing is taught.
 */
export function describeSubjects(versions: readonly TaughtVersion[]): string {
  const items = versions
    .filter((version) => listTaught(version).length > 0)
    .flatMap(({ framework, subjects }) =>
      listProgramme(framework).map((item) => ({
        name: item.name,
        block: nameBlock(framework, item.blockCode),
        isTaught: subjects.some((subject) => isSameSubject(subject, item)),
      })),
    );
  if (items.length === 0) return '';
  if (items.every(({ isTaught }) => isTaught)) return 'Tous les blocs';
  return [...groupBy(items, ({ block }) => block)]
    .flatMap(([block, all]) => describeBlock(block, all))
    .join(', ');
}

function describeBlock(
  block: string,
  all: readonly { readonly name: string; readonly isTaught: boolean }[],
): readonly string[] {
  const taught = all.filter(({ isTaught }) => isTaught);
  if (taught.length === all.length) return [block];
  const names = [...new Set(taught.map(({ name }) => name))];
  return names.length <= fewItems ? names : [`${block} (${taught.length} sur ${all.length})`];
}

const nameBlock = ({ blocks }: Framework, blockCode: string): string =>
  blocks.find(({ code }) => code === blockCode)?.shortName ?? blockCode;
