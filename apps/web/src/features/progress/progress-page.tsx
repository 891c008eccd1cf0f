import type { Progress } from '@jalon/contract';
import { formatDay, formatLongDay, formatMinutes, tellCounted } from '@jalon/domain';
import { ButtonLink } from '../../components/app-link.tsx';
import { AttestedBlocks } from '../../components/attested-blocks.tsx';
import { AwaitedReviews, PastReviews } from '../../components/awaited-reviews.tsx';
import { SubscribeCard } from '../../components/calendar-feed/subscribe-card.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { PhonePage } from '../../components/phone-page.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { BlockList } from './block-list.tsx';
import { NextSlots } from './next-slots.tsx';
import { OwnEvents } from './own-events.tsx';
import classes from './progress.module.css';

/** Where I stand: hours, blocks, épreuves, what is missing, what is next. */
export function Page() {
  const read = useRead('GET /progress', {});
  if (!read.data)
    return (
      <PhonePage title="Mon parcours" tone="dark">
        <WhenRead isPart read={read}>
          {() => null}
        </WhenRead>
      </PhonePage>
    );
  const { givenName, enrolments } = read.data;
  const [first, ...others] = enrolments;
  return (
    <PhonePage
      title={`Bonjour ${givenName}`}
      tone="dark"
      {...(first
        ? {
            overline: `${first.title} · ${first.siteName}`,
            summary: <HoursLine progress={first} />,
          }
        : {})}
    >
      <AwaitedReviews />
      {first ? <OneTraining progress={first} /> : <NoTraining />}
      {others.map((other) => (
        <section key={other.enrolmentId}>
          <h2 className={classes.other}>
            {other.title}, {other.cohortName}
          </h2>
          <OneTraining progress={other} />
        </section>
      ))}
      <PastReviews />
      {enrolments.some(({ slots, juryOn }) => slots.length > 0 || juryOn !== null) && (
        <SubscribeCard of={{ kind: 'learner' }}>
          Vos demi-journées et le jour du jury dans l’agenda de votre téléphone, toujours à jour.
        </SubscribeCard>
      )}
    </PhonePage>
  );
}

function HoursLine({
  progress: { doneMinutes, dueMinutes, unsignedMinutes },
}: {
  readonly progress: Progress;
}) {
  const toSign = unsignedMinutes > 0 ? `, ${formatMinutes(unsignedMinutes)} notées, à signer` : '';
  const words = `${tellCounted(doneMinutes, dueMinutes)}${toSign}`;
  return (
    <ProgressLine done={doneMinutes} total={dueMinutes} label={`Heures : ${words}`} isOnDark>
      <strong className={classes.hours}>{keepFrenchSpaces(words)}</strong>
    </ProgressLine>
  );
}

function OneTraining({ progress }: { readonly progress: Progress }) {
  const { slots, juryOn, deadlines } = progress;
  return (
    <>
      <Standing progress={progress} />
      <AttestedBlocks enrolmentId={progress.enrolmentId} />
      <Notices notices={progress.notices} />
      <BlockList blocks={progress.blocks} outcome={progress.outcome} />
      {!progress.hasLeft && !progress.certificate && <OwnWord />}
      <OwnEvents events={progress.assessmentEvents} />
      <NextSlots slots={slots} juryOn={juryOn} />
      {deadlines.length > 0 && (
        <SectionCard title="À savoir">
          <ul className={classes.list}>
            {deadlines.map(({ kind, on, text }) => (
              <li key={`${kind} ${on}`} className={classes.item}>
                {keepFrenchSpaces(text)}
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
    </>
  );
}

/** What each jury decided, as it was notified. */
function Notices({ notices }: Pick<Progress, 'notices'>) {
  if (notices.length === 0) return null;
  return (
    <SectionCard title={notices.length > 1 ? 'Décisions du jury' : 'Décision du jury'}>
      <p className={classes.text}>
        Ce que le jury a décidé pour chaque bloc, ce qu’il recommande, la suite et comment
        contester.
      </p>
      {notices.map(({ id, heldOn }) => (
        <DownloadButton
          key={id}
          from="GET /notices/:noticeId/document"
          request={{ params: { noticeId: id } }}
        >
          Notification du {formatLongDay(heldOn)} (PDF)
        </DownloadButton>
      ))}
    </SectionCard>
  );
}

/** Where the learner says what they think of their own competences. */
const OwnWord = () => (
  <SectionCard title="Où en êtes-vous, d’après vous ?">
    <p className={classes.text}>
      Dites où en est chaque compétence. Votre tuteur et le centre le lisent ; cela ne compte dans
      aucune décision.
    </p>
    <ButtonLink to="/mon-parcours/auto-evaluations">M’auto-évaluer</ButtonLink>
  </SectionCard>
);

/** What is missing, or the certificate when it is there. */
function Standing({
  progress: { headline, missing, afterwards, certificate, officeMail, hasLeft },
}: {
  readonly progress: Progress;
}) {
  if (certificate)
    return (
      <SectionCard title={headline}>
        <p className={classes.text}>
          {keepFrenchSpaces(
            `N° ${certificate.number}, délivré le ${formatDay(certificate.issuedOn)}. Gardez-le : il vous appartient pour toujours.`,
          )}
        </p>
        <DownloadButton
          variant="filled"
          from="GET /certificates/:certificateId/document"
          request={{ params: { certificateId: certificate.id } }}
        >
          Télécharger en PDF
        </DownloadButton>
      </SectionCard>
    );
  const toDo = missing.filter(({ isOnItsWay }) => !isOnItsWay);
  return (
    <div className={classes.standing}>
      <SectionCard tone={toDo.length > 0 ? 'attention' : 'plain'}>
        <h2 className={classes.headline}>{headline}</h2>
        {toDo.length > 0 && (
          <ul className={classes.list}>
            {toDo.map(({ text, steps }) => (
              <li key={text} className={classes.item}>
                {keepFrenchSpaces(text)}
                {steps.map((step) => (
                  <div key={step} className={classes.note}>
                    {keepFrenchSpaces(step)}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )}
        {afterwards && <p className={classes.text}>{keepFrenchSpaces(afterwards)}</p>}
        {(toDo.length > 0 || hasLeft) && (
          <p className={classes.help}>
            Une question ? Votre centre de formation vous répond
            {officeMail && (
              <>
                {keepFrenchSpaces(' : ')}
                <a className={classes.mail} href={`mailto:${officeMail}`}>
                  {officeMail}
                </a>
              </>
            )}
            .
          </p>
        )}
      </SectionCard>
    </div>
  );
}

function NoTraining() {
  return (
    <SectionCard title="Vous n’êtes inscrit dans aucune formation">
      <p className={classes.text}>
        Dès que votre centre vous inscrit, vous voyez ici vos heures, vos blocs et ce qui vous
        attend. Si cela vous étonne, appelez votre centre.
      </p>
    </SectionCard>
  );
}
