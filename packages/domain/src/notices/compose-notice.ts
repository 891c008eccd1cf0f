import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { juryRulesOf } from '../frameworks/jury-rules-of.ts';
import { countNoun, formatLongDay } from '../french-format.ts';
import { type OverallResult, overallResult } from '../juries/overall-result.ts';
import { addDays, addMonths, type PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** What a closed session decided on one block of the candidate. */
export interface NoticeDecision {
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly motive: string | null;
  readonly recommendation: string | null;
  /** What the proposal found missing, in sentences. */
  readonly missing: readonly string[];
}

export interface NoticeInput {
  readonly framework: Framework;
  readonly heldOn: PlainDate;
  /** Day of the notice: the time to contest runs from it. */
  readonly today: PlainDate;
  /** Blocks acquired before another jury, still kept on this day. */
  readonly held: readonly { readonly blockCode: string; readonly decidedOn: PlainDate }[];
  readonly decisions: readonly NoticeDecision[];
}

/** One block as the candidate is told of it. */
export interface NoticeBlock {
  readonly code: string;
  readonly name: string;
  readonly status: BlockDecision | 'held' | 'not_presented';
  readonly sentence: string;
  /** What was missing, and the jury's own motive. */
  readonly why: readonly string[];
  readonly recommendation: string | null;
}

/** What the candidate may do or expect now, with where it comes from. */
export interface NoticeStep {
  readonly title: string;
  readonly text: string;
  readonly source: string;
}

/** A candidate's notice of the jury's decisions. */
export interface Notice {
  readonly result: OverallResult;
  readonly headline: string;
  readonly blocks: readonly NoticeBlock[];
  readonly steps: readonly NoticeStep[];
}

/**
 * What a candidate is told of the jury's decisions: each block, why it was not acquired and what the
 * jury recommends, how it is sat again, how long blocks are kept and until when the decision may be
 * contested (DOMAIN 4.6, W30, W32, W37; S1:L176).
 */
export function composeNotice(input: NoticeInput): Notice {
  const { framework, held, decisions } = input;
  const earlier = held.map(({ blockCode }) => ({ blockCode, decision: 'acquired' as const }));
  const result = overallResult(
    framework.blocks.map(({ code }) => code),
    [...earlier, ...decisions],
  );
  const blocks = framework.blocks.map((block) => tellBlock(block, input));
  const steps = [
    ...tellCertificate(result),
    ...tellRetention(result, input),
    ...tellResit(blocks, input),
    ...tellContest(input),
  ];
  return { result, headline: tellResult(result, framework, blocks), blocks, steps };
}

function tellBlock({ code, name }: CompetenceBlock, input: NoticeInput): NoticeBlock {
  const { held, decisions, heldOn } = input;
  const block = { code, name, why: [], recommendation: null };
  const kept = held.find(({ blockCode }) => blockCode === code);
  if (kept) {
    const sentence = `Déjà acquis au jury du ${formatLongDay(kept.decidedOn)}.`;
    return { ...block, status: 'held', sentence };
  }
  const decided = decisions.find(({ blockCode }) => blockCode === code);
  if (!decided) {
    const sentence = 'Non présenté à ce jury.';
    return { ...block, status: 'not_presented', sentence };
  }
  const { decision, motive, missing, recommendation } = decided;
  return {
    ...block,
    status: decision,
    sentence: sentences[decision](formatLongDay(heldOn)),
    why: decision === 'acquired' ? [] : [...missing, ...(motive ? [motive] : [])],
    recommendation,
  };
}

const sentences: Record<BlockDecision, (day: string) => string> = {
  acquired: (day) => `Acquis le ${day}.`,
  not_acquired: () => 'Non acquis.',
  adjourned: () => 'Décision reportée à un prochain jury.',
};

function tellResult(
  result: OverallResult,
  { title, certification }: Framework,
  blocks: readonly NoticeBlock[],
): string {
  const name = certification?.name ?? title;
  const acquired = blocks.filter(({ status }) => isAcquired(status)).length;
  const count = `${countNoun(acquired, 'bloc')} sur ${blocks.length}`;
  return {
    total: `Le jury vous a reconnu tous les blocs de la certification « ${name} ».`,
    partial: `Certification partielle : vous avez acquis ${count} de « ${name} ».`,
    refused: `Le jury ne vous a reconnu aucun bloc de « ${name} ».`,
    adjourned: `Le jury a reporté sa décision sur votre certification « ${name} ».`,
  }[result];
}

const isAcquired = (status: NoticeBlock['status']): boolean =>
  status === 'acquired' || status === 'held';

function tellCertificate(result: OverallResult): NoticeStep[] {
  if (result !== 'total') return [];
  const text =
    'Votre centre délivre le certificat dès que le dossier est complet. Il paraît alors sur votre page Jalon, avec un lien qui permet de le vérifier.';
  return [{ title: 'Votre certificat', text, source: 'DOMAIN 4.6' }];
}

function tellRetention(result: OverallResult, { framework, heldOn }: NoticeInput): NoticeStep[] {
  if (result !== 'partial') return [];
  const months = framework.blockRetentionMonths;
  const text =
    months === null
      ? 'Ils restent acquis sans limite de durée. Une attestation les énumère, demandez-la à votre centre si vous ne la voyez pas sur votre page.'
      : `Ceux de ce jury restent acquis ${countNoun(months, 'mois', 'mois')}, jusqu’au ${formatLongDay(addDays(addMonths(heldOn, months), -1))} inclus. Une attestation les énumère, demandez-la à votre centre si vous ne la voyez pas sur votre page.`;
  return [{ title: 'Vos blocs acquis', text, source: 'S1:L176' }];
}

function tellResit(
  blocks: readonly NoticeBlock[],
  { framework: { resit } }: NoticeInput,
): NoticeStep[] {
  const refused = blocks.filter(({ status }) => status === 'not_acquired');
  const adjourned = blocks.filter(({ status }) => status === 'adjourned');
  const scope =
    resit.scope === 'whole_block'
      ? 'toutes les épreuves du bloc'
      : 'seulement les épreuves que vous n’avez pas acquises';
  const limit =
    resit.maxAttempts === null
      ? ''
      : ` Une épreuve se passe ${countNoun(resit.maxAttempts, 'fois', 'fois')} au plus.`;
  const again = `Vous repassez ${scope}, et votre tuteur donne une nouvelle appréciation. Votre centre vous y inscrit lui-même et vous écrit la date.${limit}`;
  const later = 'Votre centre vous inscrit lui-même à un prochain jury et vous écrit la date.';
  return [
    ...(refused.length > 0
      ? [
          {
            title: `Se présenter de nouveau : ${listCodes(refused)}`,
            text: again,
            source: 'S1:L176',
          },
        ]
      : []),
    ...(adjourned.length > 0
      ? [{ title: `Décision reportée : ${listCodes(adjourned)}`, text: later, source: 'S1:L176' }]
      : []),
  ];
}

const listCodes = (blocks: readonly NoticeBlock[]): string =>
  `${blocks.length > 1 ? 'blocs' : 'bloc'} ${blocks.map(({ code }) => code).join(', ')}`;

function tellContest({ framework, today }: NoticeInput): NoticeStep[] {
  const { contestMonths } = juryRulesOf(framework);
  if (contestMonths === null) return [];
  const until = formatLongDay(addMonths(today, contestMonths));
  const text = `Vous pouvez écrire à votre centre jusqu’au ${until}, soit ${countNoun(contestMonths, 'mois', 'mois')} après cette notification. Il transmet votre demande au certificateur${framework.certification ? `, ${framework.certification.certifier}` : ''}.`;
  return [
    { title: 'Contester cette décision', text, source: framework.jury ? 'référentiel' : 'W37' },
  ];
}
