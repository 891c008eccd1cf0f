import {
  accessRoutes,
  type DeadlineRegime,
  deadlineRegimes,
  type EntryProfile,
  entryProfileNames,
  entryProfiles,
} from '@jalon/domain';
import { Checkbox, SimpleGrid } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { Draft } from '../version.ts';
import { regimeWords, routeWords } from '../words.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { CountField, TextField } from './fields.tsx';

/** Who may enter, by which route, and which legal deadlines run. */
export function EntryPart() {
  const { draft } = useEditor();
  return (
    <>
      <SectionCard title="Qui peut entrer" hint="cochez les profils admis">
        <div className={classes.profiles}>
          {entryProfiles.map((profile) => (
            <ProfileFields key={profile} profile={profile} />
          ))}
        </div>
      </SectionCard>
      <SectionCard title="Voies d’accès">
        <ChoiceList path="routes" values={accessRoutes} words={routeWords} />
      </SectionCard>
      {draft.routes.includes('vae') && (
        <SectionCard title="Expérience pour une VAE" hint="en heures de travail, 1 607 h par an">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CountField path="vae.requiredHours" label="Exigée" placeholder="aucune" suffix=" h" />
            <CountField
              path="vae.warnBelowHours"
              label="Signalée en dessous de"
              placeholder="jamais"
              suffix=" h"
            />
          </SimpleGrid>
        </SectionCard>
      )}
      <SectionCard title="Délais qui courent">
        <ChoiceList<DeadlineRegime>
          path="deadlineRegimes"
          values={deadlineRegimes}
          words={regimeWords}
        />
      </SectionCard>
    </>
  );
}

function ProfileFields({ profile }: { readonly profile: EntryProfile }) {
  const { draft, change } = useEditor();
  const index = draft.entryConditions.findIndex((condition) => condition.profile === profile);
  const toggle = () => change((whole) => toggleProfile(whole, profile));
  return (
    <div className={classes.profile}>
      <Checkbox label={entryProfileNames[profile]} checked={index >= 0} onChange={toggle} />
      {index >= 0 && (
        <div className={classes.profileFields}>
          <CountField
            path={`entryConditions.${index}.minimumLevel`}
            label="Diplôme, niveau au moins"
            placeholder="aucun"
            min={1}
            max={8}
          />
          <CountField path={`entryConditions.${index}.minimumYears`} label="Années d’expérience" />
          <TextField path={`entryConditions.${index}.source`} label="Source" />
        </div>
      )}
    </div>
  );
}

const toggleProfile = (whole: Draft, profile: EntryProfile): Draft => {
  const others = whole.entryConditions.filter((condition) => condition.profile !== profile);
  if (others.length < whole.entryConditions.length) return { ...whole, entryConditions: others };
  const added = { profile, minimumLevel: null, minimumYears: 0, source: '' };
  return { ...whole, entryConditions: [...others, added] };
};

interface ChoiceListProps<Value extends string> {
  readonly path: 'routes' | 'deadlineRegimes';
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
}

function ChoiceList<Value extends string>({ path, values, words }: ChoiceListProps<Value>) {
  const { draft, set } = useEditor();
  const chosen: readonly string[] = draft[path];
  const toggle = (value: Value) =>
    set(
      path,
      values.filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each))),
    );
  return (
    <div className={classes.choices} data-path={`content.${path}`} tabIndex={-1}>
      {values.map((value) => (
        <Checkbox
          key={value}
          label={words[value]}
          checked={chosen.includes(value)}
          onChange={() => toggle(value)}
        />
      ))}
    </div>
  );
}
