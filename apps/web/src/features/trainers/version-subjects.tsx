import type { TrainerFile, TrainerSubjects } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useAct } from '../../lib/use-act.ts';
import { useConflict } from '../../lib/use-conflict.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import {
  type Block,
  compareChoices,
  isSameChoice,
  keyOf,
  listItems,
  listTaughtKeys,
  toggleAll,
} from './subject-values.ts';
import classes from './trainers.module.css';

interface VersionSubjectsProps {
  readonly trainerId: string;
  readonly version: TrainerFile['versions'][number];
  readonly mayWrite: boolean;
}

/** The modules and evaluations of one version, block by block. */
export function VersionSubjects({ trainerId, version, mayWrite }: VersionSubjectsProps) {
  // What was read when somebody began to choose: a refresh of the page must not hide a conflict.
  const [known, setKnown] = useState(() => readChoice(version));
  const [chosen, setChosen] = useState(known.keys);
  const isDirty = !isSameChoice(chosen, known.keys);
  useUnsavedGuard(isDirty);
  const save = useWrite('PUT /trainers/:trainerId/subjects', {
    invalidates: ['GET /trainers', 'GET /trainers/:trainerId'],
  });
  const conflict = useConflict<TrainerSubjects>();
  const show = (saved: TrainerSubjects) => {
    const keys = saved.subjects.map(keyOf);
    setKnown({ keys, fingerprint: saved.fingerprint });
    setChosen(keys);
    conflict.close();
  };
  const { run, problem, isPending } = useAct(async (fingerprint: string) => {
    try {
      show(await save.mutateAsync(toRequest(trainerId, version, chosen, fingerprint)));
      notifyDone('Les modules sont enregistrés.');
    } catch (error) {
      if (!conflict.take(error)) throw error;
    }
  });
  if (!isDirty && version.fingerprint !== known.fingerprint && !isPending) {
    const fresh = readChoice(version);
    setKnown(fresh);
    setChosen(fresh.keys);
  }
  if (!mayWrite) return <TaughtShown version={version} />;
  const { theirs } = conflict;
  return (
    <>
      {theirs && (
        <ConflictPanel
          fields={compareChoices(version.blocks, chosen, theirs.subjects.map(keyOf))}
          onKeepMine={() => run(theirs.fingerprint)}
          onTakeTheirs={() => show(theirs)}
          isPending={isPending}
        />
      )}
      <ProblemAlert problem={problem} />
      {version.blocks.map((block) => (
        <BlockChoice key={block.code} block={block} chosen={chosen} onChange={setChosen} />
      ))}
      <Group justify="flex-end" pb="md">
        <Button onClick={() => run(known.fingerprint)} loading={isPending} disabled={!isDirty}>
          Enregistrer ces modules
        </Button>
      </Group>
    </>
  );
}

const readChoice = ({ blocks, fingerprint }: VersionSubjectsProps['version']) => ({
  keys: listTaughtKeys(blocks),
  fingerprint,
});

const toRequest = (
  trainerId: string,
  { id, blocks }: VersionSubjectsProps['version'],
  chosen: readonly string[],
  fingerprint: string,
) => ({
  params: { trainerId },
  body: {
    frameworkVersionId: id,
    fingerprint,
    subjects: listItems(blocks)
      .filter(({ key }) => chosen.includes(key))
      .map(({ blockCode, moduleCode }) => ({ blockCode, moduleCode })),
  },
});

interface BlockChoiceProps {
  readonly block: Block;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function BlockChoice({ block, chosen, onChange }: BlockChoiceProps) {
  const items = listItems([block]);
  const keys = items.map(({ key }) => key);
  const count = keys.filter((key) => chosen.includes(key)).length;
  return (
    <fieldset className={classes.block}>
      <legend>
        <Checkbox
          label={<strong>{`Bloc ${block.code} : ${block.name}`}</strong>}
          description={`Tout le bloc, ${count} sur ${keys.length} pour l’instant`}
          checked={count === keys.length}
          indeterminate={count > 0 && count < keys.length}
          onChange={(event) => onChange(toggleAll(chosen, keys, event.currentTarget.checked))}
        />
      </legend>
      {items.map((item) => (
        <Checkbox
          key={item.key}
          className={classes.item ?? ''}
          label={item.name}
          description={sayItem(item)}
          checked={chosen.includes(item.key)}
          onChange={(event) => onChange(toggleAll(chosen, [item.key], event.currentTarget.checked))}
        />
      ))}
    </fieldset>
  );
}

const sayItem = ({ minutes, credential }: Block['items'][number]): string =>
  keepFrenchSpaces(
    credential === null
      ? formatMinutes(minutes)
      : `${formatMinutes(minutes)} · demande l’habilitation ${credential}`,
  );

function TaughtShown({ version }: Pick<VersionSubjectsProps, 'version'>) {
  return (
    <ul className={classes.taught}>
      {listItems(version.blocks)
        .filter(({ isTaught }) => isTaught)
        .map(({ key, name, minutes }) => (
          <li key={key}>
            {name} <span className={classes.detail}>{formatMinutes(minutes)}</span>
          </li>
        ))}
    </ul>
  );
}
