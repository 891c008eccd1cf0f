import type { EnrolmentFile, PathStepView } from '@jalon/contract';
import { countNoun, formatMinutes, withDe } from '@jalon/domain';
import { Checkbox, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { useWrite } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useConflict } from '../../../lib/use-conflict.ts';
import classes from '../enrolments.module.css';
import {
  acceptProposals,
  listProposals,
  listProposedDays,
  listWithoutPlace,
  tellProposal,
} from './catch-up.ts';
import { comparePaths } from './compare-paths.ts';
import { FormDrawer } from './form-drawer.tsx';

interface CatchUpDrawerProps {
  readonly file: EnrolmentFile;
  readonly onClose: () => void;
}

/** What a late joiner missed and where it can be caught up: the person accepts line by line. */
export function CatchUpDrawer({ file, onClose }: CatchUpDrawerProps) {
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const save = useWrite('PUT /enrolments/:enrolmentId/path');
  const { theirs, take, close } = useConflict<EnrolmentFile>();
  const proposals = listProposals(file);
  const withoutPlace = listWithoutPlace(file);
  const all = proposals.flatMap(({ proposedRunId }) => proposedRunId ?? []);
  const send = async (onto: EnrolmentFile) => {
    close();
    const moduleRunIds = acceptProposals(onto, accepted).filter((id) => id !== null);
    try {
      const { findings } = await save.mutateAsync({
        params: { enrolmentId: file.id },
        body: { moduleRunIds, revision: onto.revision },
      });
      const words = findings.map(({ message }) => message);
      notifyDone(['Le rattrapage est enregistré.', ...words].join(' '));
      onClose();
    } catch (error) {
      if (take(error)) save.reset();
    }
  };
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setAccepted((before) => {
      const next = new Set(before);
      for (const id of ids) isChosen ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <FormDrawer
      title={`Rattrapage ${withDe(file.person.name)}`}
      lead={keepFrenchSpaces(
        `${countNoun(proposals.length, 'étape')} du parcours ${proposals.length < 2 ? 'peut être suivie' : 'peuvent être suivies'} aux dates ci-dessous : jamais deux demi-journées à la fois, 7 h par jour au plus, avant la fin de sa formation. Rien n’est enregistré tant que vous n’avez pas choisi.`,
      )}
      submitLabel={
        accepted.size === 0 ? 'Enregistrer' : `Enregistrer ${countNoun(accepted.size, 'étape')}`
      }
      problem={save.error}
      isPending={save.isPending}
      isEmpty={accepted.size === 0}
      isDirty={accepted.size > 0}
      onSubmit={(event) => {
        event.preventDefault();
        send(file);
      }}
      onClose={onClose}
    >
      {theirs && (
        <ConflictPanel
          fields={comparePaths(file, acceptProposals(file, accepted), theirs)}
          isPending={save.isPending}
          onKeepMine={() => send(theirs)}
          onTakeTheirs={onClose}
        />
      )}
      {all.length > 1 && (
        <Checkbox
          label="Tout choisir"
          checked={accepted.size === all.length}
          indeterminate={accepted.size > 0 && accepted.size < all.length}
          onChange={(event) => choose(all, event.currentTarget.checked)}
        />
      )}
      <ul className={classes.choices}>
        {proposals.map((step) => (
          <li key={step.proposedRunId}>
            <Proposal
              step={step}
              isChosen={accepted.has(step.proposedRunId ?? '')}
              onChoose={(isChosen) => choose([step.proposedRunId ?? ''], isChosen)}
            />
          </li>
        ))}
      </ul>
      {withoutPlace.length > 0 && (
        <section aria-labelledby="sans-place">
          <Title order={3} size="h5" id="sans-place">
            Reste à planifier
          </Title>
          <ul className={classes.choices}>
            {withoutPlace.map((step) => (
              <li key={`${step.blockCode} ${step.moduleCode} ${step.kind}`}>
                <Text>
                  <span className={classes.soft}>{step.blockCode}</span> {step.name}
                </Text>
                <Text c="dimmed" size="xs">
                  {keepFrenchSpaces(step.reason)}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormDrawer>
  );
}

interface ProposalProps {
  readonly step: PathStepView;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Proposal({ step, isChosen, onChoose }: ProposalProps) {
  const days = listProposedDays(step);
  return (
    <Checkbox
      label={
        <>
          <span className={classes.soft}>{step.blockCode}</span> {step.name},{' '}
          {formatMinutes(step.minutes)}
        </>
      }
      description={
        <>
          {keepFrenchSpaces(tellProposal(step))}
          {days && <span className={classes.days}>{days}</span>}
        </>
      }
      checked={isChosen}
      onChange={(event) => onChoose(event.currentTarget.checked)}
    />
  );
}
