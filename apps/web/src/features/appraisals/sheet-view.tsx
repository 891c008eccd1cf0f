import { formatDay, formatLongDay } from '@jalon/domain';
import type { ReactNode } from 'react';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { AppraisalScan } from './appraisal-scan.tsx';
import { blockTitle } from './block-words.ts';
import { CommentWarnings } from './comment-warnings.tsx';
import type { Sheet } from './draft-saver.ts';
import { RatingList } from './rating-list.tsx';
import classes from './sheet-view.module.css';

/** A sheet as the office reads it: who signed, when, how, and what. */
export function SheetView({
  sheet,
  actions,
}: {
  readonly sheet: Sheet;
  /** What can be done about it, beside its title. */
  readonly actions?: ReactNode;
}) {
  const { signature } = sheet;
  return (
    <SectionCard
      title={`${blockTitle(sheet.block)}${sheet.label ? ` · ${sheet.label}` : ''}`}
      hint={<SheetState sheet={sheet} />}
      actions={actions}
    >
      <p className={classes.signature}>{describeSignature(sheet)}</p>
      <AppraisalScan sheet={sheet} />
      {signature || Object.keys(sheet.ratings).length > 0 ? <RatingList sheet={sheet} /> : null}
      <CommentWarnings warnings={sheet.warnings} />
    </SectionCard>
  );
}

function SheetState({ sheet: { signature, isLate, end } }: { readonly sheet: Sheet }) {
  if (signature?.isSuperseded) return <StateBadge tone="mute">remplacée</StateBadge>;
  if (signature) return <StateBadge tone="ok">signée</StateBadge>;
  if (end?.isFinal) return <StateBadge tone="mute">sans objet</StateBadge>;
  if (end) return <StateBadge tone="bad">à redemander</StateBadge>;
  return isLate ? (
    <StateBadge tone="bad">en retard</StateBadge>
  ) : (
    <StateBadge tone="ready">attendue</StateBadge>
  );
}

function describeSignature({ signature, dueOn, end }: Sheet): string {
  if (end) return keepFrenchSpaces(end.sentence);
  if (!signature)
    return dueOn ? `À signer avant le ${formatLongDay(dueOn)}.` : 'Pas encore signée.';
  const { signerName, signedOn, enteredBy, signedAt } = signature;
  return enteredBy
    ? `Feuille papier signée par ${signerName} le ${formatDay(signedOn)}. Saisie du papier par ${enteredBy} le ${formatDay(signedAt.slice(0, 10))} : ce n’est pas une signature en ligne du tuteur.`
    : `Signée en ligne par ${signerName} le ${formatLongDay(signedOn)}.`;
}
