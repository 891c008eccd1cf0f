import type { Answer } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { DownloadButton } from '../../components/download-button.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { focusTitle } from '../../lib/page-focus.ts';
import { useParam } from '../../lib/use-param.ts';
import classes from './verification-page.module.css';

type Verification = Answer<'GET /verifications/:verificationCode'>;
type Known = Exclude<Verification, { state: 'unknown' }>;

/** What whoever scans the QR code of a certificate sees: valid, revoked or unknown. No login. */
export function Page() {
  const verificationCode = useParam('verificationCode');
  const read = useRead('GET /verifications/:verificationCode', { params: { verificationCode } });
  return (
    <div className={classes.page}>
      <header className={classes.brand}>Jalon · vérification d’un document</header>
      <main id="contenu" className={classes.main}>
        <WhenRead read={read}>
          {(verification) =>
            verification.state === 'unknown' ? (
              <Unknown />
            ) : (
              <Document known={verification} verificationCode={verificationCode} />
            )
          }
        </WhenRead>
      </main>
    </div>
  );
}

interface VerdictProps {
  readonly tone: 'ok' | 'bad' | 'mute';
  readonly mark: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** The answer first, in a word and a sign as well as in a colour. */
function Verdict({ tone, mark, title, children }: VerdictProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusTitle(heading.current), []);
  return (
    <div className={classes.verdict} data-tone={tone}>
      <title>{`${title} · Jalon`}</title>
      <span className={classes.mark} aria-hidden>
        {mark}
      </span>
      <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </Title>
      <p className={classes.sentence}>{children}</p>
    </div>
  );
}

const Unknown = () => (
  <section className={classes.card}>
    <Verdict tone="mute" mark="?" title="Document inconnu">
      Aucun document délivré ici ne porte ce code. Vérifiez l’adresse lettre par lettre, ou scannez
      à nouveau le code du papier. Si le papier dit la même chose, ce n’est pas un document valable
      : demandez-en confirmation à l’organisme dont il porte le nom.
    </Verdict>
  </section>
);

function Document({
  known,
  verificationCode,
}: {
  readonly known: Known;
  readonly verificationCode: string;
}) {
  const isValid = known.state === 'valid';
  return (
    <section className={classes.card}>
      <Verdict tone={isValid ? 'ok' : 'bad'} mark={isValid ? '✓' : '✕'} title={known.title}>
        {keepFrenchSpaces(known.sentence)}
      </Verdict>
      <dl className={classes.facts}>
        {factsOf(known).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{keepFrenchSpaces(value)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.file}>
        <DownloadButton
          from="GET /verifications/:verificationCode/credential"
          request={{ params: { verificationCode } }}
          fullWidth
        >
          Télécharger le fichier signé
        </DownloadButton>
        <p className={classes.note}>
          Un fichier Open Badges 3.0 que tout logiciel de vérification sait lire : la signature de
          l’organisme prouve que rien n’y a été changé.
          {isValid && ' Comparez le nom ci-dessus à celui de la personne.'}
        </p>
      </div>
    </section>
  );
}

function factsOf(known: Known): readonly (readonly [string, string])[] {
  const { rncp, level, certifier } = known;
  const title = [rncp, level === null ? null : `niveau ${level}`].filter((part) => part !== null);
  return [
    ['Titulaire', known.holder],
    [known.kind === 'block_attestation' ? 'Bloc' : 'Titre', known.achievement],
    ...(title.length > 0 ? [['Répertoire', title.join(', ')] as const] : []),
    ['Numéro', known.number],
    ['Délivré par', known.issuer],
    ...(certifier ? [['Certificateur', certifier] as const] : []),
    ['Date de délivrance', formatDay(known.issuedOn)],
    ...(known.kind === 'fae_attestation'
      ? []
      : [['Décision du jury', formatDay(known.decidedOn)] as const]),
  ];
}
