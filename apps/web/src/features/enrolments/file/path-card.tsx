import type { EnrolmentFile } from '@jalon/contract';
import { checkCourseOpen, countNoun, isTaught } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { Can } from '../../../components/can.tsx';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useConflict } from '../../../lib/use-conflict.ts';
import { PathSteps } from '../enrol/path-steps.tsx';
import classes from '../enrolments.module.css';
import { listProposals } from './catch-up.ts';
import { CatchUpDrawer } from './catch-up-drawer.tsx';
import { comparePaths } from './compare-paths.ts';

/** With which cohort and when the learner follows each module; the coordinator changes it here. */
export function PathCard({ file }: { readonly file: EnrolmentFile }) {
  const [chosen, setChosen] = useState<readonly (string | null)[] | null>(null);
  const [isCatchingUp, catchUp] = useDisclosure();
  const isOpen = checkCourseOpen(file.state, 'path').length === 0;
  const save = useWrite('PUT /enrolments/:enrolmentId/path');
  const { theirs, take, close } = useConflict<EnrolmentFile>();
  const send = async (revision: number) => {
    if (!chosen) return;
    close();
    const moduleRunIds = chosen.filter((id) => id !== null);
    try {
      const params = { enrolmentId: file.id };
      const { findings } = await save.mutateAsync({ params, body: { moduleRunIds, revision } });
      const words = findings.map(({ message }) => message);
      notifyDone(['Le parcours est enregistré.', ...words].join(' '));
      setChosen(null);
    } catch (error) {
      // What is no conflict stays in `save.error`, shown above the path.
      if (take(error)) save.reset();
    }
  };
  const edit = (
    <Can permission="enrolment:write">
      {listProposals(file).length > 0 && (
        <Button size="xs" onClick={catchUp.open}>
          Proposer le rattrapage
        </Button>
      )}
      <Button size="xs" onClick={() => setChosen(file.path.map(({ moduleRunId }) => moduleRunId))}>
        Changer le parcours
      </Button>
    </Can>
  );
  const keep = (
    <>
      <Button size="xs" onClick={() => setChosen(null)}>
        Annuler
      </Button>
      <Button
        size="xs"
        variant="filled"
        loading={save.isPending}
        onClick={() => send(file.revision)}
      >
        Enregistrer le parcours
      </Button>
    </>
  );
  return (
    <>
      <ProblemAlert problem={save.error} />
      {theirs && chosen && (
        <ConflictPanel
          fields={comparePaths(file, chosen, theirs)}
          isPending={save.isPending}
          onKeepMine={() => send(theirs.revision)}
          onTakeTheirs={() => {
            setChosen(theirs.path.map(({ moduleRunId }) => moduleRunId));
            close();
          }}
        />
      )}
      <SectionCard
        title="Parcours"
        hint={file.path.length === 0 ? null : tellPath(file)}
        actions={file.path.length === 0 || !isOpen ? null : chosen ? keep : edit}
        isFlush
      >
        {file.path.length === 0 ? (
          <div className={classes.row}>
            <span className={classes.soft}>
              {isTaught(file.route)
                ? 'Le référentiel n’a pas encore de module.'
                : 'La VAE se passe sans formation : rien à suivre ni à émarger avant le jury.'}
            </span>
          </div>
        ) : (
          <PathSteps
            steps={file.path}
            {...(chosen
              ? {
                  chosen,
                  onChoose: (index: number, run: string | null) =>
                    setChosen(chosen.map((one, at) => (at === index ? run : one))),
                }
              : {})}
          />
        )}
      </SectionCard>
      {isCatchingUp && <CatchUpDrawer file={file} onClose={catchUp.close} />}
    </>
  );
}

function tellPath({ path, unplanned }: EnrolmentFile): string {
  if (unplanned > 0) return `${countNoun(unplanned, 'étape')} à planifier.`;
  return path.some(({ state }) => state === 'to_plan')
    ? 'Le calendrier de la cohorte n’est pas encore fait.'
    : 'Tout est planifié.';
}
