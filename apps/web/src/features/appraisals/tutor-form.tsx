import { countNoun, formatDay } from '@jalon/domain';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { PhonePage } from '../../components/phone-page.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { call } from '../../lib/api.ts';
import { blockTitle } from './block-words.ts';
import { CommentWarnings } from './comment-warnings.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import type { Sheet } from './draft-saver.ts';
import { describePrevious } from './previous-words.ts';
import { RatingField } from './rating-field.tsx';
import { describeSaving } from './saved-words.ts';
import { showCompetence } from './show-competence.ts';
import { SignDialog } from './sign-dialog.tsx';
import { Stopped } from './stopped.tsx';
import classes from './tutor-form.module.css';
import { useDraft } from './use-draft.ts';

interface TutorFormProps {
  readonly sheet: Sheet;
  readonly onSigned: () => void;
}

/** The sheet under the thumb: one tap a competence, each kept, then the signature. */
export function TutorForm({ sheet, onSigned }: TutorFormProps) {
  const { draft, saver } = useDraft(sheet, {
    key: `jalon:appreciation:${sheet.id}`,
    send: (body) =>
      call('PUT /tutor/appraisals/:appraisalId', { params: { appraisalId: sheet.id }, body }),
  });
  const [isSigning, setSigning] = useState(false);
  const { answers } = draft;
  const missing = sheet.competences.filter(({ code }) => answers.ratings[code] === undefined);
  const total = sheet.competences.length;
  const rated = total - missing.length;
  const sign = () => {
    const [first] = missing;
    if (first) showCompetence(first.code);
    else setSigning(true);
  };
  return (
    <PhonePage
      title={`Vous appréciez ${sheet.learnerName}`}
      overline={blockTitle(sheet.block)}
      status={describeSaving(draft)}
      summary={
        <ProgressLine done={rated} total={total} label="Compétences appréciées">
          {describeProgress(rated, total)}
        </ProgressLine>
      }
      actions={
        <>
          <ButtonLink to="/appreciations/a-faire" size="lg">
            Plus tard
          </ButtonLink>
          <Button
            variant="filled"
            size="lg"
            aria-disabled={missing.length > 0}
            data-waiting={missing.length > 0}
            className={classes.sign ?? ''}
            onClick={sign}
          >
            {missing.length > 0 ? `Signer (encore ${missing.length})` : 'Signer'}
          </Button>
        </>
      }
    >
      {draft.status === 'conflict' && draft.theirs && (
        <DraftConflict sheet={sheet} mine={answers} theirs={draft.theirs} saver={saver} />
      )}
      {draft.status === 'stopped' && <Stopped problem={draft.problem} />}
      {sheet.competences.map((competence) => (
        <RatingField
          key={competence.code}
          competence={competence}
          facts={describeBefore(competence)}
          hint="Un mot pour l’aider à progresser (facultatif). Ne citez aucun patient."
          level={answers.ratings[competence.code]}
          remark={answers.comments[competence.code] ?? ''}
          onRate={(level) => saver.rate(competence.code, level)}
          onRemark={(remark) =>
            saver.write({ comments: { ...answers.comments, [competence.code]: remark } })
          }
          onLeave={() => saver.flush()}
        />
      ))}
      <section className={classes.whole}>
        <Textarea
          label="Votre avis d’ensemble (facultatif)"
          description="Ne citez aucun patient : ni nom, ni date de naissance, ni numéro."
          autosize
          minRows={3}
          maxLength={4000}
          value={answers.comment}
          onChange={(event) => saver.write({ comment: event.currentTarget.value })}
          onBlur={() => saver.flush()}
        />
        <CommentWarnings warnings={draft.warnings} />
        <p className={classes.context}>{describeContext(sheet)}</p>
      </section>
      {isSigning && (
        <SignDialog
          sheet={sheet}
          draft={draft}
          onClose={() => setSigning(false)}
          onSigned={onSigned}
        />
      )}
    </PhonePage>
  );
}

/** About a minute a competence, the reading included. */
function describeProgress(rated: number, total: number): string {
  const left = total - rated;
  const done = `${countNoun(rated, 'compétence')} sur ${total}`;
  return left === 0
    ? `${done} · il reste à signer`
    : `${done} · environ ${countNoun(left, 'minute')}`;
}

function describeContext({ label, dueOn, employerName, cohortName }: Sheet): string {
  const due = dueOn === null ? '' : `, attendue pour le ${formatDay(dueOn)}`;
  return [`${label || 'Appréciation'}${due}`, employerName, cohortName].filter(Boolean).join(' · ');
}

/** What the tutor said last, and what the learner says: facts beside the scale, never an answer. */
function describeBefore({ previous, own }: Sheet['competences'][number]): string[] {
  return [
    ...(previous ? [describePrevious(previous.signedOn, previous.level)] : []),
    ...(own ? [`Son auto-évaluation, ${describePrevious(own.sentOn, own.level, 'en')}`] : []),
  ];
}
