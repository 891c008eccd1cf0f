import { SegmentedControl, SimpleGrid, Stack, Switch } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { Draft } from '../version.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { CountField, OptionalDayField, OptionalTextField, TextField } from './fields.tsx';

const blankCertification: NonNullable<Draft['certification']> = {
  name: '',
  rncp: null,
  level: null,
  nsf: null,
  certifier: '',
  registeredFrom: null,
  registeredTo: null,
};

/** What this version is called and what it leads to. */
export function PresentationPart() {
  const { draft, change, set } = useEditor();
  const isAttestation = draft.outcome === 'attestation';
  return (
    <>
      <SectionCard title="Présentation">
        <Stack>
          <TextField path="title" label="Intitulé" />
          <TextField
            path="code"
            label="Code de la version"
            description="Court et unique dans le centre."
          />
          <div>
            <div id="outcome-label" className={classes.label}>
              Au bout de la formation
            </div>
            <SegmentedControl
              aria-labelledby="outcome-label"
              styles={{ indicator: { boxShadow: 'none' } }}
              value={draft.outcome}
              onChange={(outcome) => set('outcome', outcome)}
              data={[
                { value: 'certificate', label: 'Un certificat' },
                { value: 'attestation', label: 'Une attestation' },
              ]}
            />
          </div>
          {isAttestation && (
            <Switch
              label="Cette version appartient à une certification"
              checked={draft.certification !== null}
              onChange={(event) => {
                const belongs = event.currentTarget.checked;
                change((whole) => ({
                  ...whole,
                  certification: belongs ? blankCertification : null,
                }));
              }}
            />
          )}
        </Stack>
      </SectionCard>
      {draft.certification ? <CertificationFields /> : !isAttestation && <AskCertification />}
    </>
  );
}

function AskCertification() {
  const { change } = useEditor();
  return (
    <SectionCard title="Certification" tone="attention">
      <p className={classes.lead}>Un certificat doit nommer sa certification.</p>
      <button
        type="button"
        data-path="content.certification"
        className={classes.textButton}
        onClick={() => change((whole) => ({ ...whole, certification: blankCertification }))}
      >
        Ajouter la certification
      </button>
    </SectionCard>
  );
}

const CertificationFields = () => (
  <SectionCard title="Certification">
    <Stack>
      <TextField path="certification.name" label="Nom" />
      <TextField path="certification.certifier" label="Certificateur" />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <OptionalTextField path="certification.rncp" label="Fiche RNCP" placeholder="RNCP40913" />
        <CountField path="certification.level" label="Niveau" min={3} max={8} />
        <OptionalTextField path="certification.nsf" label="Code NSF" placeholder="331" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <OptionalDayField path="certification.registeredFrom" label="Enregistrée du" />
        <OptionalDayField path="certification.registeredTo" label="au" />
      </SimpleGrid>
    </Stack>
  </SectionCard>
);
