import type { EnrolmentFile } from '@jalon/contract';
import { dispensationStateNames, formatMinutes, withDe } from '@jalon/domain';
import { Input, NativeSelect, Textarea } from '@mantine/core';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { MinutesField } from '../../../components/minutes-field.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { blankToNull } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';
import { RuleProposals } from './rule-proposals.tsx';

type Draft = EnrolmentFile['dispensations'][number];

type DraftValues = {
  blockCode: string;
  moduleCode: string;
  requestedMinutes: number | null;
  evidence: string;
  ruleId: string | null;
};

const valuesOf = (draft: Draft | null): DraftValues => ({
  blockCode: draft?.blockCode ?? '',
  moduleCode: draft?.moduleCode ?? '',
  requestedMinutes: draft?.requestedMinutes ?? null,
  evidence: draft?.evidence ?? '',
  ruleId: draft?.ruleId ?? null,
});

const compare = (mine: DraftValues, theirs: Draft): ConflictField[] => [
  { label: 'État', mine: 'Brouillon', theirs: dispensationStateNames[theirs.state] },
  { label: 'Bloc', mine: mine.blockCode, theirs: theirs.blockCode },
  {
    label: 'Module',
    mine: mine.moduleCode || 'tout le bloc',
    theirs: theirs.moduleCode ?? 'tout le bloc',
  },
  {
    label: 'Heures demandées',
    mine: mine.requestedMinutes === null ? '' : formatMinutes(mine.requestedMinutes),
    theirs: formatMinutes(theirs.requestedMinutes),
  },
  { label: 'Pièces', mine: mine.evidence, theirs: theirs.evidence ?? '' },
  {
    label: 'Ligne de la table',
    mine: tellStart(mine.ruleId, theirs),
    theirs: theirs.startedFrom ?? 'aucune',
  },
];

/** The line that was chosen here: named when it is theirs as well. */
const tellStart = (ruleId: string | null, theirs: Draft): string =>
  ruleId === theirs.ruleId
    ? (theirs.startedFrom ?? 'aucune')
    : ruleId === null
      ? 'aucune'
      : 'une autre ligne';

/** Prepares a request, or mends its draft: a module or a whole block, how many hours, on what evidence. */
export function DispensationDrawer({
  file,
  draft,
  onClose,
}: {
  readonly file: EnrolmentFile;
  /** `null` for a new request. */
  readonly draft: Draft | null;
  readonly onClose: () => void;
}) {
  const edit = useVersionedForm(draft, valuesOf);
  const { form, version, problem, attempt } = edit;
  const block = file.programme.find(({ blockCode }) => blockCode === form.values.blockCode);
  /** Another scope lets go of the line from which the request was started. */
  const choose = (blockCode: string, moduleCode: string, ruleId: string | null = null) => {
    const chosen = file.programme.find((one) => one.blockCode === blockCode);
    const module = chosen?.modules.find(({ code }) => code === moduleCode);
    const requestedMinutes = module?.minutes ?? chosen?.trainingMinutes ?? null;
    form.setValues({ blockCode, moduleCode, requestedMinutes, ruleId });
    form.clearFieldError('ruleId');
  };
  const ask = useWrite('POST /enrolments/:enrolmentId/dispensations');
  const save = useWrite('PUT /dispensations/:dispensationId');
  const send = (revision: number | null) =>
    attempt(async () => {
      const { blockCode, moduleCode, requestedMinutes, evidence, ruleId } = form.getValues();
      const body = {
        blockCode,
        moduleCode: blankToNull(moduleCode),
        requestedMinutes: requestedMinutes ?? 0,
        evidence: blankToNull(evidence),
        ruleId,
      };
      if (draft && revision !== null)
        await save.mutateAsync({
          params: { dispensationId: draft.id },
          body: { ...body, revision },
        });
      else await ask.mutateAsync({ params: { enrolmentId: file.id }, body });
      notifyDone('Le brouillon est prêt : déposez-le quand les pièces sont réunies.');
      onClose();
    });
  return (
    <FormDrawer
      title={
        draft
          ? `Brouillon de dispense ${withDe(file.person.name)}`
          : `Demander une dispense pour ${file.person.name}`
      }
      submitLabel={draft ? 'Enregistrer le brouillon' : 'Préparer la demande'}
      problem={problem}
      isPending={ask.isPending || save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict edit={edit} compare={compare} onKeepMine={send} isPending={save.isPending} />
      <RuleProposals
        enrolmentId={file.id}
        draft={draft}
        chosenId={form.values.ruleId}
        onChoose={(rule) =>
          rule
            ? choose(rule.blockCode, rule.moduleCode ?? '', rule.id)
            : form.setFieldValue('ruleId', null)
        }
      />
      {form.errors.ruleId && <Input.Error>{form.errors.ruleId}</Input.Error>}
      <NativeSelect
        label="Bloc"
        data={[
          { value: '', label: 'Choisissez un bloc' },
          ...file.programme.map(({ blockCode, name, trainingMinutes }) => ({
            value: blockCode,
            label: `${blockCode} ${name} (${formatMinutes(trainingMinutes)})`,
          })),
        ]}
        {...form.getInputProps('blockCode')}
        onChange={(event) => choose(event.currentTarget.value, '')}
      />
      <NativeSelect
        label="Module"
        disabled={!block}
        data={[
          { value: '', label: 'Tout le bloc' },
          ...(block?.modules ?? []).map(({ code, name, minutes }) => ({
            value: code,
            label: `${name} (${formatMinutes(minutes)})`,
          })),
        ]}
        {...form.getInputProps('moduleCode')}
        onChange={(event) => choose(form.values.blockCode, event.currentTarget.value)}
      />
      <MinutesField
        label="Heures demandées"
        description="Formation seulement : l’évaluation reste due."
        {...form.getInputProps('requestedMinutes')}
      />
      <Textarea
        label="Pièces justificatives"
        description="Diplômes, attestations, bulletins de paye."
        autosize
        minRows={3}
        {...form.getInputProps('evidence')}
      />
    </FormDrawer>
  );
}
