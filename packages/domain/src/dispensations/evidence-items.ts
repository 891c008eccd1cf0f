import type { Finding } from '../finding.ts';
import { joinWords } from '../french-format.ts';
import { isDispensationOpen } from '../home/menu-count.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DispensationState } from '../vocabulary.ts';

const source = 'DOMAIN 5.2, S0:L202';

/** A paper that a request needs; `gatheredOn` is the day on which a person ticked it. */
export interface EvidenceItem {
  readonly label: string;
  readonly gatheredOn: PlainDate | null;
}

/** The papers that nobody has ticked, in one sentence; `null` when none is lacking. */
export function tellLackingEvidence(items: readonly EvidenceItem[]): string | null {
  const lacking = items.filter(({ gatheredOn }) => gatheredOn === null);
  if (lacking.length === 0) return null;
  const labels = joinWords(lacking.map(({ label }) => label));
  return lacking.length === 1
    ? `Une pièce reste à réunir : ${labels}.`
    : `${lacking.length} pièces restent à réunir : ${labels}.`;
}

interface Gathering {
  readonly state: DispensationState;
  readonly items: readonly EvidenceItem[];
  readonly label: string;
  /** `false` takes the tick back. */
  readonly isGathered: boolean;
  readonly today: PlainDate;
}

/**
 * The papers of a request after a person ticked one, or took the tick back; while the branch has not
 * answered. A tick stands on its first day.
 */
export function gatherEvidence({ state, items, label, isGathered, today }: Gathering): {
  readonly items: readonly EvidenceItem[];
  readonly findings: readonly Finding[];
} {
  const refuse = (rule: string, path: string, message: string) => ({
    items,
    findings: [{ rule, severity: 'error', path, message, source } as const],
  });
  if (!isDispensationOpen(state))
    return refuse(
      'dispensation.evidence-while-open',
      '',
      'Cette demande n’attend plus de réponse : ses pièces restent comme elles étaient.',
    );
  if (!items.some((item) => item.label === label))
    return refuse(
      'dispensation.evidence-known',
      '/label',
      'Cette pièce n’est pas dans la liste de la demande.',
    );
  const gatheredOn = (item: EvidenceItem) => (isGathered ? (item.gatheredOn ?? today) : null);
  return {
    items: items.map((item) =>
      item.label === label ? { label, gatheredOn: gatheredOn(item) } : item,
    ),
    findings: [],
  };
}
