import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../../components/app-link.tsx';
import { PhonePage } from '../../../components/phone-page.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ProgressLine } from '../../../components/progress-line.tsx';
import { call, useWrite } from '../../../lib/api.ts';
import { blockTitle } from '../block-words.ts';
import { CommentWarnings } from '../comment-warnings.tsx';
import { DraftConflict } from '../draft-conflict.tsx';
import type { DraftState } from '../draft-saver.ts';
import { describePrevious } from '../previous-words.ts';
import { RatingField } from '../rating-field.tsx';
import { describeSaving } from '../saved-words.ts';
import { showCompetence } from '../show-competence.ts';
import { Stopped } from '../stopped.tsx';
import { useDraft } from '../use-draft.ts';
import classes from './self.module.css';

export type SelfSheet = Answer<'GET /self-assessments/:selfAssessmentId'>;

interface SelfFormProps {
  readonly sheet: SelfSheet;
  readonly onSent: () => void;
}

/** The learner's own word on each competence: blank at first, kept at each tap, sent once. */
export function SelfForm({ sheet, onSent }: SelfFormProps) {
  const { draft, saver } = useDraft(sheet, {
    key: `jalon:auto-evaluation:${sheet.id}`,
    send: (body) =>
      call('PUT /self-assessments/:selfAssessmentId', {
        params: { selfAssessmentId: sheet.id },
        body,
      }),
  });
  const [isSending, setSending] = useState(false);
  const { answers } = draft;
  const missing = sheet.competences.filter(({ code }) => answers.ratings[code] === undefined);
  const total = sheet.competences.length;
  const send = () => {
    const [first] = missing;
    if (first) showCompetence(first.code);
    else setSending(true);
  };
  return (
    <PhonePage
      title="Où en êtes-vous, d’après vous ?"
      overline={blockTitle(sheet.block)}
      status={describeSaving(draft)}
      summary={
        <ProgressLine done={total - missing.length} total={total} label="Compétences évaluées">
          {countNoun(total - missing.length, 'compétence')} sur {total}
        </ProgressLine>
      }
      actions={
        <>
          <ButtonLink to="/mon-parcours/auto-evaluations" size="lg">
            Plus tard
          </ButtonLink>
          <Button variant="filled" size="lg" aria-disabled={missing.length > 0} onClick={send}>
            {missing.length > 0 ? `Envoyer (encore ${missing.length})` : 'Envoyer'}
          </Button>
        </>
      }
    >
      {draft.status === 'conflict' && draft.theirs && (
        <DraftConflict sheet={sheet} mine={answers} theirs={draft.theirs} saver={saver} />
      )}
      {draft.status === 'stopped' && <Stopped problem={draft.problem} />}
      {sheet.competences.map(({ code, name, previous }) => (
        <RatingField
          key={code}
          competence={{ code, name }}
          facts={
            previous ? [`Vous, ${describePrevious(previous.sentOn, previous.level, 'en')}`] : []
          }
          hint="Ce qui vous manque, ou ce dont vous êtes fier (facultatif). Ne citez aucun patient."
          level={answers.ratings[code]}
          remark={answers.comments[code] ?? ''}
          onRate={(level) => saver.rate(code, level)}
          onRemark={(remark) => saver.write({ comments: { ...answers.comments, [code]: remark } })}
          onLeave={() => saver.flush()}
        />
      ))}
      <section className={classes.whole}>
        <Textarea
          label="Un mot d’ensemble (facultatif)"
          description="Ne citez aucun patient : ni nom, ni date de naissance, ni numéro."
          autosize
          minRows={3}
          maxLength={4000}
          value={answers.comment}
          onChange={(event) => saver.write({ comment: event.currentTarget.value })}
          onBlur={() => saver.flush()}
        />
        <CommentWarnings warnings={draft.warnings} />
      </section>
      {isSending && (
        <SendDialog sheet={sheet} draft={draft} onClose={() => setSending(false)} onSent={onSent} />
      )}
    </PhonePage>
  );
}

interface SendDialogProps extends SelfFormProps {
  readonly draft: DraftState;
  readonly onClose: () => void;
}

function SendDialog({ sheet, draft, onClose, onSent }: SendDialogProps) {
  const send = useWrite('POST /self-assessments/:selfAssessmentId/sending');
  const isKept = draft.status === 'saved';
  const submit = () =>
    send.mutate(
      { params: { selfAssessmentId: sheet.id }, body: { revision: draft.revision } },
      { onSuccess: onSent },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title="Envoyer votre auto-évaluation ?"
      centered
      closeButtonProps={{ 'aria-label': 'Fermer sans envoyer' }}
    >
      <CommentWarnings warnings={draft.warnings} />
      <p className={classes.words}>
        Votre tuteur et le centre la liront. Envoyée, elle ne change plus : une nouvelle pourra la
        remplacer.
      </p>
      {!isKept && (
        <p role="status" className={classes.words}>
          {describeSaving(draft)}. L’envoi attend que vos réponses soient enregistrées.
        </p>
      )}
      <ProblemAlert problem={send.error} />
      <Stack gap="sm" mt="md">
        <Button
          variant="filled"
          size="lg"
          disabled={!isKept}
          loading={send.isPending}
          onClick={submit}
        >
          J’envoie
        </Button>
        <Button size="lg" onClick={onClose}>
          Relire d’abord
        </Button>
      </Stack>
    </Modal>
  );
}
