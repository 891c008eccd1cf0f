import { countNoun, formatMinutes, juryRulesOf, vaeRulesOf } from '@jalon/domain';
import { SectionCard } from '../../../components/section-card.tsx';
import type { Content } from '../version.ts';
import { joinWords, levelWords } from '../words.ts';
import { Facts } from './facts.tsx';
import { describeSource } from './gaps.ts';
import classes from './view.module.css';

/** What the jury's proposal follows, besides each block's threshold. */
export function RulesSection({ content }: { readonly content: Content }) {
  const { acceptedLevels, blockRetentionMonths: kept, credentials } = content;
  return (
    <div id="validation" className={classes.anchor}>
      <SectionCard title="Validation">
        <Facts
          facts={[
            {
              label: 'Tuteur',
              value: `Un bloc peut être acquis si chaque compétence est ${joinOr(acceptedLevels.map((level) => levelWords[level]))}`,
            },
            { label: 'Repassage', value: describeResit(content) },
            {
              label: 'Blocs acquis',
              value: kept === null ? 'Gardés sans limite de durée' : `Gardés ${kept} mois`,
            },
            ...describeJury(content),
            ...describeVae(content),
            ...credentials.map((credential) => ({
              label: credential.name,
              value: <CredentialWords credential={credential} />,
            })),
          ]}
        />
      </SectionCard>
    </div>
  );
}

function describeJury(content: Content) {
  if (content.outcome !== 'certificate') return [];
  const { membersPerCollege, parity, quorumPercent, contestMonths } = juryRulesOf(content);
  const quorum =
    quorumPercent === 50
      ? 'plus de la moitié des membres'
      : `plus de ${quorumPercent} % des membres`;
  const equal = parity ? ', autant de votants de chaque collège' : '';
  const seats = `${countNoun(membersPerCollege, 'votant')} au moins de chaque collège${equal}, un président, ${quorum} présents`;
  const contest =
    contestMonths === null ? [] : [{ label: 'Contestation', value: `${contestMonths} mois` }];
  return [
    {
      label: 'Jury',
      value: content.jury ? seats : `${seats} (par défaut : aucune source ne le fixe)`,
    },
    ...contest,
  ];
}

function describeVae(content: Content) {
  if (!content.routes.includes('vae')) return [];
  const { requiredHours, warnBelowHours } = vaeRulesOf(content);
  const required =
    requiredHours === null
      ? 'aucune expérience exigée'
      : `${formatMinutes(requiredHours * 60)} d’expérience exigées`;
  const warned =
    warnBelowHours === null ? '' : `, signalée en dessous de ${formatMinutes(warnBelowHours * 60)}`;
  const origin = content.vae ? '' : ' (par défaut : la loi de 2022, la demande de la branche)';
  return [{ label: 'VAE', value: `${required}${warned}${origin}` }];
}

const joinOr = (words: readonly string[]): string => joinWords(words).replace(' et ', ' ou ');

function describeResit({ resit }: Content): string {
  const what =
    resit.scope === 'whole_block' ? 'Le bloc entier' : 'Seules les épreuves non acquises';
  return resit.maxAttempts === null
    ? `${what}, sans limite du nombre de passages`
    : `${what}, ${countNoun(resit.maxAttempts, 'passage')} au plus`;
}

function CredentialWords({ credential }: { readonly credential: Content['credentials'][number] }) {
  const { validityYears, requiredForCertificate, groupMin, groupMax, renewalMinutes, source } =
    credential;
  const parts = [
    `valable ${countNoun(validityYears, 'an')}`,
    renewalMinutes === null ? '' : `prolongée par ${formatMinutes(renewalMinutes)} de recyclage`,
    groupMin === null || groupMax === null ? '' : `groupes de ${groupMin} à ${groupMax}`,
  ].filter(Boolean);
  const need = requiredForCertificate
    ? 'Doit être valide le jour de la décision du jury, ou renouvelée depuis'
    : 'N’est pas exigée pour le certificat';
  return (
    <>
      {need} ; {parts.join(', ')}
      {describeSource(source) !== '' && (
        <span className={classes.reference}>{describeSource(source)}</span>
      )}
    </>
  );
}
