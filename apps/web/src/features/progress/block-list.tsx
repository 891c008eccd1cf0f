import type { Progress } from '@jalon/contract';
import { capitalise, countNoun, formatMinutes } from '@jalon/domain';
import { useId, useState } from 'react';
import { cellTones } from '../../components/cell-tones.ts';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './progress.module.css';

type Block = Progress['blocks'][number];

const counts = ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six'];

/** « Vos quatre blocs », each with its state and, on a tap, its épreuves and hours. */
export function BlockList({
  blocks,
  outcome,
}: {
  readonly blocks: readonly Block[];
  readonly outcome: Progress['outcome'];
}) {
  const title =
    blocks.length === 1
      ? outcome === 'attestation'
        ? 'Votre formation'
        : 'Votre bloc'
      : `Vos ${counts[blocks.length] ?? blocks.length} blocs`;
  return (
    <SectionCard title={title}>
      <ul className={classes.list}>
        {blocks.map((block) => (
          <BlockLine key={block.code} block={block} />
        ))}
      </ul>
    </SectionCard>
  );
}

function BlockLine({ block }: { readonly block: Block }) {
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  return (
    <li className={classes.block}>
      <button
        type="button"
        className={classes.blockHead}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={classes.blockName}>{block.name}</span>
        <StateBadge tone={cellTones[block.state]}>{keepFrenchSpaces(block.label)}</StateBadge>
        <span className={classes.blockFact}>
          {keepFrenchSpaces(describe(block))}
          <span className={classes.open}>{isOpen ? 'Fermer' : 'Détail'}</span>
        </span>
      </button>
      <div id={detailsId} hidden={!isOpen}>
        <BlockDetails block={block} />
      </div>
    </li>
  );
}

function describe({ state, fact, kept, appraisal, assessments }: Block): string {
  if (kept !== null) return `${capitalise(fact)}. ${capitalise(kept)}.`;
  if (state !== 'ready') return fact;
  const acquired = assessments.filter((assessment) => assessment.state === 'acquired').length;
  const parts = [
    assessments.length > 0 ? `${countNoun(acquired, 'épreuve')} sur ${assessments.length}` : fact,
    ...(appraisal === null ? [] : [`appréciation ${appraisal}`]),
  ];
  return parts.join(' · ');
}

const assessmentWords: Record<Block['assessments'][number]['state'], { tone: Tone; word: string }> =
  {
    acquired: { tone: 'ok', word: 'acquise' },
    failed: { tone: 'bad', word: 'non acquise' },
    missing: { tone: 'mute', word: 'à passer' },
  };

function BlockDetails({ block }: { readonly block: Block }) {
  return (
    <>
      <p className={classes.text}>
        {keepFrenchSpaces(
          `Heures : ${formatMinutes(block.doneMinutes)} sur ${formatMinutes(block.dueMinutes)}.${
            block.unsignedMinutes > 0
              ? ` ${formatMinutes(block.unsignedMinutes)} notées : elles comptent dès que votre formateur signe la feuille.`
              : ''
          }`,
        )}
        {block.appraisal !== null &&
          keepFrenchSpaces(` Appréciation de votre tuteur : ${block.appraisal}.`)}
      </p>
      <ul className={classes.list}>
        {block.assessments.map(({ code, title, state }) => (
          <li key={code} className={classes.assessment}>
            <span>{title}</span>
            <StateBadge tone={assessmentWords[state].tone}>
              {assessmentWords[state].word}
            </StateBadge>
          </li>
        ))}
      </ul>
    </>
  );
}
