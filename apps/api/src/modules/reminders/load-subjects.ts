import {
  citeInWords,
  countNoun,
  findBlock,
  formatDay,
  formatLongDay,
  formatSpokenName,
  owesCpamCopy,
  type PlainDate,
  tellHandOver,
  tellResit,
  tellUnreachable,
  withDe,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { termsOf } from '../../db/employment-terms.ts';
import { queryIn } from '../../db/query-in.ts';
import { PAPER_FORM_LINE } from '../../mail/render-mail.ts';
import { attachBlocks, withContext } from '../appraisals/appraisals.queries.ts';
import { openRequests } from '../appraisals/appraisals.scope.ts';
import { handOverTo } from '../appraisals/describe-row.ts';
import { requestEndOf } from '../appraisals/request-standing.ts';
import { loadTutorReach } from '../appraisals/tutor-reach.ts';
import { isRunning, loadDeadlines } from '../deadlines/deadlines.queries.ts';
import { readOpenResits } from '../facts/open-resits.ts';
import { endsCourse } from '../facts/standing-certificate.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { loadCredentialSubjects } from './credential-subjects.ts';
import { loadEarlyEndSubjects } from './early-end-subjects.ts';
import { loadFundingSubjects } from './funding-subjects.ts';
import { loadRegistrySubjects } from './registry-subjects.ts';
import {
  type Contact,
  contactOf,
  deadlineReminder,
  dueWords,
  employerContact,
  type ReminderSubject,
} from './reminder-subjects.ts';
import { loadSigningSubjects } from './signing-subjects.ts';
import {
  loadConvocationSubjects,
  loadRegistrationSubjects,
  loadSheetSubjects,
} from './training-subjects.ts';

/**
 * Everything in the centre that falls due and of which somebody is reminded: the active kinds of
 * the catalogue (DOMAIN 13).
 */
export async function loadReminderSubjects(tx: Tx, today: PlainDate): Promise<ReminderSubject[]> {
  const office = await loadCoordinators(tx);
  return [
    ...(await loadDeadlineSubjects(tx, today, office)),
    ...(await loadAppraisalSubjects(tx, today, office)),
    ...(await loadCredentialSubjects(tx, today, office)),
    ...(await loadJurySubjects(tx, office)),
    ...(await loadSigningSubjects(tx, today, office)),
    ...(await loadResitSubjects(tx, today, office)),
    ...(await loadFundingSubjects(tx, today, office)),
    ...(await loadEarlyEndSubjects(tx, today, office)),
    ...(await loadCpamSubjects(tx)),
    ...(await loadRegistrySubjects(tx, today, office)),
    ...(await loadConvocationSubjects(tx, today)),
    ...(await loadSheetSubjects(tx, today, office)),
    ...(await loadRegistrationSubjects(tx, office)),
  ];
}

/** The coordinators, who come in by their password: no link. */
async function loadCoordinators(tx: Tx): Promise<Contact[]> {
  const members = await tx.membership.findMany({
    where: { role: 'coordinator', endedAt: null },
    include: { person: true },
  });
  return members.flatMap(({ person }) => contactOf(person));
}

async function loadDeadlineSubjects(tx: Tx, today: PlainDate, office: Contact[]) {
  const employments = await loadDeadlines(tx, { state: 'active' }, today);
  return employments
    .filter(({ employment }) => isRunning(employment, today))
    .flatMap(({ enrolment, employment, deadlines }) =>
      deadlines
        .filter(({ isOperative }) => isOperative)
        .map((deadline): ReminderSubject => {
          const learner = formatSpokenName(enrolment.person);
          const { kind, title } = deadlineReminder[deadline.kind];
          const source = `Source : ${citeInWords(deadline.source)}.`;
          return {
            kind,
            subjectId: employment.id,
            dueOn: deadline.dueOn,
            settledOn: deadline.settledOn,
            title: `${title} ${withDe(learner)} : au plus tard le ${formatDay(deadline.dueOn)}`,
            paragraphs: [
              `${learner} travaille pour ${employment.employerName}. ${deadline.sentence}`,
              source,
            ],
            action: {
              label: 'Voir les échéances',
              path: `/apprenants/${enrolment.id}/echeances`,
            },
            contacts: { coordinator: office, employer: employerContact(employment) },
            words: {
              employer: { paragraphs: [`Vous employez ${learner}. ${deadline.sentence}`, source] },
            },
          };
        }),
    );
}

async function loadAppraisalSubjects(tx: Tx, today: PlainDate, office: Contact[]) {
  const rows = await tx.appraisal.findMany({
    where: { ...openRequests, dueOn: { not: null } },
    include: withContext,
  });
  const reachOf = await loadTutorReach(tx);
  return (await attachBlocks(tx, rows)).flatMap(({ row, block }): ReminderSubject[] => {
    if (!row.dueOn) return [];
    const learner = formatSpokenName(row.enrolment.person);
    const dueOn = toDay(row.dueOn);
    const end = requestEndOf(row, today);
    const tutorName = row.tutor ? formatSpokenName(row.tutor) : 'Le tuteur';
    const onPaper = end === null ? tellUnreachable(reachOf(row.tutor), tutorName) : null;
    const door = { role: 'tutor', path: `/appreciations/${row.id}` } as const;
    return [
      {
        kind: 'appraisal_due',
        subjectId: row.id,
        dueOn,
        settledOn: null,
        askedOn: parisDayOf(row.createdAt),
        title: `Appréciation ${withDe(learner)} à obtenir, ${block.name}`,
        paragraphs: [
          `${tutorName} n’a pas signé l’appréciation ${withDe(learner)}, bloc « ${block.name} », ${dueWords(dueOn, today)}.`,
          end === null
            ? (onPaper ?? 'Renvoyez-lui son lien, appelez-le, ou saisissez sa feuille papier.')
            : tellHandOver(end, handOverTo(row, today)),
        ],
        action: onPaper
          ? {
              label: 'Saisir la feuille papier',
              path: `/apprenants/${row.enrolmentId}/feuille-papier?bloc=${row.blockCode}`,
            }
          : { label: 'Voir les appréciations', path: '/appreciations' },
        words: {
          tutor: {
            title: `Votre appréciation ${withDe(learner)}, ${block.name}`,
            paragraphs: [
              `Votre appréciation ${withDe(learner)}, bloc « ${block.name} », est ${dueWords(dueOn, today)}.`,
            ],
            withLink:
              'Elle se remplit sur téléphone en trois minutes, sans mot de passe. Ce qui est commencé est gardé.',
            withoutLink: PAPER_FORM_LINE,
            action: { label: 'Donner mon avis', path: door.path },
          },
        },
        bundles: {
          tutor: {
            title: (count) => `${count} appréciations attendues de vous`,
            line: `${learner}, bloc « ${block.name} » : ${dueWords(dueOn, today)}.`,
            withLink:
              'Chacune se remplit sur téléphone en trois minutes, sans mot de passe. Ce qui est commencé est gardé.',
            withoutLink: PAPER_FORM_LINE,
            action: { label: 'Donner mon avis', path: '/appreciations/a-faire' },
          },
          coordinator: {
            title: (count) => `${count} appréciations de tuteurs à obtenir`,
            line: [
              `${learner}, bloc « ${block.name} », ${dueWords(dueOn, today)} : ${tutorName}.`,
              end === null ? (onPaper ?? '') : tellHandOver(end, handOverTo(row, today)),
            ]
              .join(' ')
              .trim(),
            action: { label: 'Voir les appréciations', path: '/appreciations' },
          },
        },
        contacts: { tutor: end === null ? contactOf(row.tutor, door) : [], coordinator: office },
      },
    ];
  });
}

async function loadJurySubjects(tx: Tx, office: Contact[]): Promise<ReminderSubject[]> {
  const sessions = await tx.jurySession.findMany({
    where: { state: { not: 'closed' } },
    include: { members: { include: { person: true } }, _count: { select: { candidates: true } } },
  });
  return sessions.map((session) => {
    const heldOn = toDay(session.heldOn);
    const path = `/jurys/${session.id}`;
    const where = `le ${formatLongDay(heldOn)}, ${session.place}, pour ${countNoun(session._count.candidates, 'candidat')}`;
    return {
      kind: 'jury_session',
      subjectId: session.id,
      dueOn: heldOn,
      settledOn: null,
      title: `Jury du ${formatDay(heldOn)} : vérifiez les dossiers`,
      paragraphs: [
        `La session de jury se tient ${where}.`,
        'Vérifiez que leurs dossiers sont complets : le tableau montre ce qui manque encore.',
      ],
      action: { label: 'Voir la session', path },
      words: {
        jury_member: {
          title: `Jury du ${formatDay(heldOn)} : vous y siégez`,
          paragraphs: [
            `Votre session de jury se tient ${where}.`,
            'Les dossiers vous attendent. Si vous avez un lien avec un candidat, déclarez-le : vous vous récusez pour lui seul.',
          ],
          action: { label: 'Ouvrir la session', path },
        },
      },
      contacts: {
        coordinator: office,
        jury_member: session.members.flatMap(({ person }) =>
          contactOf(person, { role: 'jury_member', path }),
        ),
      },
    };
  });
}

async function loadResitSubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const resits = await readOpenResits(queryIn(tx), today);
  const frameworks = await loadFrameworks(
    tx,
    resits.map(({ frameworkVersionId }) => frameworkVersionId),
  );
  return resits.flatMap((resit): ReminderSubject[] => {
    const framework = frameworks.get(resit.frameworkVersionId);
    if (!framework) return [];
    const learner = formatSpokenName(resit);
    const { name } = findBlock(framework, resit.blockCode);
    return [
      {
        kind: 'resit_not_planned',
        subjectId: resit.decisionId,
        dueOn: resit.since,
        settledOn: resit.registeredOn,
        title: `Bloc à représenter ${withDe(learner)} : aucune date`,
        paragraphs: [
          `Bloc « ${name} » ${withDe(learner)}. ${tellResit(resit)} : aucune nouvelle présentation n’est prévue. C’est au centre de l’inscrire.`,
        ],
        action: { label: 'Voir les blocs à représenter', path: '/jurys/representations' },
        contacts: { coordinator: office },
      },
    ];
  });
}

async function loadCpamSubjects(tx: Tx): Promise<ReminderSubject[]> {
  const certificates = await tx.certificate.findMany({
    where: endsCourse,
    include: { enrolment: { include: { person: { include: { employments: true } } } } },
  });
  return certificates.map(
    ({ id, issuedOn, number, cpamCopySentOn, enrolment }): ReminderSubject => {
      const learner = formatSpokenName(enrolment.person);
      return {
        kind: 'certificate_to_cpam',
        subjectId: id,
        dueOn: toDay(issuedOn),
        settledOn: cpamCopySentOn && toDay(cpamCopySentOn),
        title: `Titre ${withDe(learner)} : copie à envoyer à votre CPAM`,
        paragraphs: [
          `Le titre ${withDe(learner)} (${number}) a été délivré le ${formatDay(toDay(issuedOn))}. Vous en envoyez une copie à votre CPAM (ameli.fr) : elle est jointe, avec la lettre à dater et à signer. Si c’est fait, dites-le au centre : ces messages s’arrêtent.`,
        ],
        enclosedBy: (mailId) => ({
          name: 'certificate.enclose',
          payload: { mailId, certificateId: id },
        }),
        action: { label: 'Voir Jalon', path: '/' },
        contacts: {
          employer: enrolment.person.employments
            .filter((employment) => owesCpamCopy(termsOf(employment), toDay(issuedOn)))
            .flatMap(employerContact),
        },
      };
    },
  );
}
