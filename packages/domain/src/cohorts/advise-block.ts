import { tellKeptUntil } from '../certificates/held-blocks.ts';
import { countNoun, formatLongDay, withDe } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { BlockCell } from './describe-block-cell.ts';

export const adviceKinds = [
  'assessment',
  'credential',
  'appraisal',
  'hours',
  'resit',
  'jury',
  'none',
] as const;
/** What to open to go on: the épreuves, the learner's file, the appraisals, the hours, the jury. */
export type AdviceKind = (typeof adviceKinds)[number];

export interface BlockAdvice {
  readonly kind: AdviceKind;
  /** One or two French sentences: what can be done now. */
  readonly text: string;
}

export interface AdviceInput {
  readonly cell: Pick<BlockCell, 'state' | 'keptUntil' | 'missing' | 'appraisal'>;
  readonly nextEvaluationOn: PlainDate | null;
  readonly nextJuryOn: PlainDate | null;
  readonly tutorName: string | null;
  readonly remindersSent: number;
  /** The day of the re-sit that the centre registered; `null` when it has not (S1:L176). */
  readonly resitOn: PlainDate | null;
  readonly today: PlainDate;
}

/** « Que faire ? » beside a cell: the first thing that moves this block forward, in a sentence. */
export function adviseBlock(input: AdviceInput): BlockAdvice {
  const { cell } = input;
  if (cell.state === 'acquired') {
    return {
      kind: 'none',
      text: `Rien à faire : ce bloc est acquis, ${tellKeptUntil(cell.keptUntil)}.`,
    };
  }
  if (cell.state === 'not_acquired' || cell.state === 'lapsed') return adviseResit(input);
  if (cell.state === 'not_acquired_proposed') return adviseNewAttempt(input);
  if (cell.state === 'ready') return adviseJury(input);
  const first = cell.missing.find(({ isHolding }) => isHolding) ?? cell.missing[0];
  if (first?.kind === 'appraisal') return adviseAppraisal(input);
  if (first?.kind === 'credential') {
    const text = first.isPressing
      ? `${first.text}. Inscrivez l’apprenant à un recyclage, puis enregistrez la nouvelle attestation.`
      : `${first.text}. Enregistrez l’attestation dès qu’elle est obtenue, ou inscrivez l’apprenant à la prochaine session.`;
    return { kind: 'credential', text };
  }
  if (first?.kind === 'assessment') return adviseAssessment(input, first.text);
  if (first?.kind === 'hours') {
    const text = `Il reste ${first.text}. Les heures se rattrapent sur les prochaines demi-journées, dans cette cohorte ou dans une autre.`;
    return { kind: 'hours', text };
  }
  return adviseJury(input);
}

function adviseResit({ resitOn }: AdviceInput): BlockAdvice {
  const text =
    resitOn === null
      ? 'C’est au centre d’inscrire l’apprenant à une nouvelle session.'
      : `L’apprenant est inscrit à la session du ${formatLongDay(resitOn)}.`;
  return { kind: 'resit', text };
}

function adviseNewAttempt({ nextEvaluationOn, nextJuryOn }: AdviceInput): BlockAdvice {
  const isInTime =
    nextEvaluationOn !== null && (nextJuryOn === null || nextEvaluationOn <= nextJuryOn);
  const text = isInTime
    ? `Une nouvelle passation avant le jury est possible : ${formatLongDay(nextEvaluationOn)}.`
    : 'Aucune passation n’est prévue avant le jury. Planifiez-en une, ou laissez le jury se prononcer.';
  return { kind: 'assessment', text };
}

function adviseAssessment({ nextEvaluationOn }: AdviceInput, what: string): BlockAdvice {
  const text =
    nextEvaluationOn === null
      ? `${what} : aucune passation n’est au calendrier. Notez les résultats, ou ajoutez un créneau d’évaluation.`
      : `La passation est prévue le ${formatLongDay(nextEvaluationOn)}. Notez les résultats ensuite.`;
  return { kind: 'assessment', text };
}

function adviseAppraisal(input: AdviceInput): BlockAdvice {
  const { tutorName, remindersSent, today } = input;
  const { appraisal } = input.cell;
  if (tutorName === null) {
    return {
      kind: 'appraisal',
      text: 'Aucun tuteur n’est désigné : choisissez-le dans le dossier.',
    };
  }
  if (appraisal.state === 'interrupted') {
    const text = `Le tuteur à qui l’appréciation était demandée n’est plus en poste. Demandez-la à ${tutorName}.`;
    return { kind: 'appraisal', text };
  }
  if (appraisal.state !== 'asked' && appraisal.state !== 'started') {
    const text =
      appraisal.state === 'incomplete'
        ? `L’appréciation ${withDe(tutorName)} laisse ${countNoun(appraisal.blanks, 'compétence')} sans réponse. Demandez-en une nouvelle.`
        : `Rien n’a encore été demandé à ${tutorName}. Envoyez la demande.`;
    return { kind: 'appraisal', text };
  }
  const { askedOn, dueOn, isLate } = appraisal;
  const asked =
    dueOn === null
      ? `L’appréciation est demandée depuis le ${formatLongDay(askedOn)}`
      : isLate
        ? `L’appréciation était attendue le ${formatLongDay(dueOn)}, il y a ${countNoun(daysBetween(dueOn, today), 'jour')}`
        : `L’appréciation est attendue le ${formatLongDay(dueOn)}`;
  const reminded =
    remindersSent > 0
      ? `, et ${countNoun(remindersSent, 'relance est partie', 'relances sont parties')}`
      : '';
  return {
    kind: 'appraisal',
    text: `${asked}${reminded}. Relancez ${tutorName}, ou saisissez la feuille papier.`,
  };
}

function adviseJury({ cell, nextJuryOn }: AdviceInput): BlockAdvice {
  const text =
    nextJuryOn === null
      ? 'Aucun jury n’est prévu pour cet apprenant : préparez une session.'
      : `Le jury se prononcera le ${formatLongDay(nextJuryOn)}.`;
  return { kind: cell.state === 'ready' ? 'jury' : 'none', text };
}
