import { Button, Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { Draft } from '../version.ts';
import { nextFree, renameCredential } from './codes.ts';
import { blankCredential } from './draft-content.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { CountField, DurationField, TextField } from './fields.tsx';
import { insertItem, moveItem, removeItem } from './list-moves.ts';
import { RowActions } from './row-actions.tsx';

type Credential = Draft['credentials'][number];

/** Dated credentials that the certification asks for, such as the AFGSU. */
export function CredentialsCard() {
  const { draft, change, remove, goTo } = useEditor();
  const { credentials } = draft;
  const withList = (whole: Draft, list: Credential[]): Draft => ({ ...whole, credentials: list });
  const add = () => {
    const code = nextFree('ATT', new Set(credentials.map((credential) => credential.code)));
    change((whole) => withList(whole, [...whole.credentials, blankCredential(code)]));
    goTo(`content.credentials.${credentials.length}.name`);
  };
  return (
    <SectionCard title="Attestations datées" hint="par exemple l’AFGSU, valable quatre ans">
      {credentials.map((credential, index) => (
        <fieldset key={`credential ${index}`} className={classes.assessment}>
          <legend>{credential.name || 'Nouvelle attestation'}</legend>
          <div className={classes.assessmentActions}>
            <RowActions
              name={`l’attestation ${credential.name || credential.code}`}
              index={index}
              count={credentials.length}
              onMove={(by) => change((w) => withList(w, moveItem(w.credentials, index, by)))}
              onRemove={() =>
                remove(
                  `Attestation « ${credential.name || credential.code} » retirée.`,
                  (w) => withList(w, removeItem(w.credentials, index)),
                  (w) => withList(w, insertItem(w.credentials, index, credential)),
                )
              }
            />
          </div>
          <CredentialFields index={index} credential={credential} />
        </fieldset>
      ))}
      <Button onClick={add}>Ajouter une attestation</Button>
    </SectionCard>
  );
}

function CredentialFields({
  index,
  credential,
}: {
  readonly index: number;
  readonly credential: Credential;
}) {
  const { field, set, draft } = useEditor();
  const path = `credentials.${index}`;
  const rename = (to: string) => {
    const renamed = renameCredential(draft, credential.code, to);
    set('credentials', renamed.credentials);
    set('blocks', renamed.blocks);
  };
  return (
    <Stack gap="sm">
      <TextField path={`${path}.name`} label="Nom" />
      <SimpleGrid cols={{ base: 2, xs: 4 }}>
        <CountField path={`${path}.validityYears`} label="Valable, en années" />
        <DurationField path={`${path}.renewalMinutes`} label="Recyclage" placeholder="aucun" />
        <CountField path={`${path}.groupMin`} label="Groupe, au moins" placeholder="libre" />
        <CountField path={`${path}.groupMax`} label="Groupe, au plus" placeholder="libre" />
      </SimpleGrid>
      <Checkbox
        label="Doit être valide le jour de la décision du jury, ou renouvelée depuis"
        checked={credential.requiredForCertificate}
        onChange={(event) => set(`${path}.requiredForCertificate`, event.currentTarget.checked)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Code"
          description="Le même d’une version à l’autre : il relie l’attestation à l’apprenant."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field(`${path}.code`)}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <TextField path={`${path}.source`} label="Source" />
      </SimpleGrid>
    </Stack>
  );
}
