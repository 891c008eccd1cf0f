import type { EnrolmentFile } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../../components/can.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { PathSteps } from '../enrol/path-steps.tsx';
import classes from '../enrolments.module.css';

/** With which cohort and when the learner follows each module; the coordinator changes it here. */
export function PathCard({ file }: { readonly file: EnrolmentFile }) {
  const [chosen, setChosen] = useState<readonly (string | null)[] | null>(null);
  const save = useWrite('PUT /enrolments/:enrolmentId/path');
  const missing = file.path.filter(({ state }) => state === 'to_plan').length;
  const submit = async () => {
    if (!chosen) return;
    const moduleRunIds = chosen.filter((id) => id !== null);
    const body = { moduleRunIds, revision: file.revision };
    const { findings } = await save.mutateAsync({ params: { enrolmentId: file.id }, body });
    const words = findings.map(({ message }) => message);
    notifyDone(['Le parcours est enregistré.', ...words].join(' '));
    setChosen(null);
  };
  const edit = (
    <Can permission="enrolment:write">
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
        onClick={() => submit().catch(() => {})}
      >
        Enregistrer le parcours
      </Button>
    </>
  );
  return (
    <>
      <ProblemAlert problem={save.error} />
      <SectionCard
        title="Parcours"
        hint={missing === 0 ? 'Tout est planifié.' : `${countNoun(missing, 'étape')} à planifier.`}
        actions={chosen ? keep : edit}
        isFlush
      >
        {file.path.length === 0 ? (
          <div className={classes.row}>
            <span className={classes.soft}>Le référentiel n’a pas encore de module.</span>
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
    </>
  );
}
