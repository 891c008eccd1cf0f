import { appraisalLevelNames, appraisalLevels, countNoun } from '@jalon/domain';
import { Button, Modal, Stack } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { CommentWarnings } from './comment-warnings.tsx';
import type { DraftState, Sheet } from './draft-saver.ts';
import { describeSaving } from './saved-words.ts';
import classes from './sign-dialog.module.css';

interface SignDialogProps {
  readonly sheet: Sheet;
  readonly draft: DraftState;
  readonly onClose: () => void;
  readonly onSigned: () => void;
}

/** The signature: who signs is said in full, and it takes a tap of its own. */
export function SignDialog({ sheet, draft, onClose, onSigned }: SignDialogProps) {
  const { userName } = useSession();
  const sign = useWrite('POST /tutor/appraisals/:appraisalId/signature', {
    invalidates: ['GET /tutor/appraisals'],
  });
  const isKept = draft.status === 'saved';
  const submit = () =>
    sign.mutate(
      {
        params: { appraisalId: sheet.id },
        body: { revision: draft.revision, confirmedName: userName },
      },
      { onSuccess: onSigned },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Signer votre avis sur ${sheet.learnerName}`}
      centered
      closeButtonProps={{ 'aria-label': 'Fermer sans signer' }}
    >
      <ul className={classes.summary}>
        {appraisalLevels.map((level) => {
          const count = Object.values(draft.answers.ratings).filter((one) => one === level).length;
          return count > 0 ? (
            <li key={level} data-level={level}>
              {countNoun(count, 'compétence')} : {appraisalLevelNames[level]}
            </li>
          ) : null;
        })}
      </ul>
      <CommentWarnings warnings={draft.warnings} />
      <p className={classes.words}>
        Signé, votre avis ne change plus. Vous pourrez le corriger par un nouveau, qui le
        remplacera.
      </p>
      {!isKept && (
        <p role="status" className={classes.words}>
          {describeSaving(draft)}. La signature attend que vos réponses soient enregistrées.
        </p>
      )}
      <ProblemAlert problem={sign.error} />
      <Stack gap="sm" mt="md">
        <Button
          variant="filled"
          size="lg"
          disabled={!isKept}
          loading={sign.isPending}
          onClick={submit}
        >
          Je suis {userName} et je signe
        </Button>
        <Button size="lg" onClick={onClose}>
          Relire d’abord
        </Button>
      </Stack>
    </Modal>
  );
}
