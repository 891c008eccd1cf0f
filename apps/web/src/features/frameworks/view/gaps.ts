import { countNoun } from '@jalon/domain';
import type { Content, Finding } from '../version.ts';

/** Remarks of one nature, each as a sentence with where it comes from. */
export interface GapGroup {
  readonly key: 'sums' | 'rules' | 'missing' | 'sources' | 'inferred';
  readonly title: string;
  readonly lines: readonly GapLine[];
}

export interface GapLine {
  readonly text: string;
  readonly source: string;
}

const sumRules =
  /\.(total-matches|evaluation-stated|training-matches|evaluation-matches|block-sum-matches)$/;
const titleRule = 'framework.assessment-has-title';
const criteriaRule = 'framework.criteria-listed';

/** Where sums and sources disagree, what is inferred and what is missing; empty groups left out. */
export function groupGaps(
  findings: readonly Finding[],
  { sources, blocks }: Pick<Content, 'sources' | 'blocks'>,
): readonly GapGroup[] {
  const missing = findings.filter(({ rule }) => rule === titleRule || rule === criteriaRule);
  const sums = findings.filter(({ rule }) => sumRules.test(rule));
  const rules = findings.filter((finding) => !missing.includes(finding) && !sums.includes(finding));
  const notes = (kind: Content['sources'][number]['kind']) =>
    sources
      .filter((note) => note.kind === kind)
      .map(({ text, reference }) => ({ text, source: reference }));
  const groups: GapGroup[] = [
    { key: 'sums', title: 'Les sommes', lines: sums.map(toLine) },
    { key: 'rules', title: 'Les règles', lines: rules.map(toLine) },
    { key: 'missing', title: 'À compléter', lines: countMissing(missing, blocks) },
    {
      key: 'sources',
      title: 'Les sources ne disent pas la même chose',
      lines: notes('disagreement'),
    },
    { key: 'inferred', title: 'Déduit, faute de source', lines: notes('inferred') },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

const toLine = ({ message, source }: Finding): GapLine => ({
  text: message,
  source: describeSource(source),
});

/** The house's own notes are no source that an auditor could open. */
export const describeSource = (source: string): string =>
  source
    .split(' ; ')
    .filter((part) => !/^(DOMAIN|référentiel saisi|Q\d)/.test(part))
    .join(' ; ');

/** One line for all the titles and one for all the criteria: the blocks say which ones. */
function countMissing(findings: readonly Finding[], blocks: Content['blocks']): GapLine[] {
  const assessments = blocks.flatMap((block) => block.assessments);
  const untitled = findings.filter(({ rule }) => rule === titleRule).length;
  const bare = assessments.filter(({ targets }) =>
    targets.some(({ criteria }) => criteria.length === 0),
  ).length;
  const say = (count: number, what: string): GapLine => ({
    text: `${countNoun(count, 'épreuve')} sur ${assessments.length} ${count < 2 ? 'n’a' : 'n’ont'} pas encore ${what}.`,
    source: '',
  });
  return [
    ...(untitled > 0 ? [say(untitled, 'd’intitulé')] : []),
    ...(findings.some(({ rule }) => rule === criteriaRule) ? [say(bare, 'de critères')] : []),
  ];
}
