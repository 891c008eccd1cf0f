import type { QueryClient } from '@tanstack/react-query';
import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { requestTitleFocus } from '../lib/page-focus.ts';
import {
  officePage,
  officeRoute,
  phonePage,
  phoneRoute,
  publicPage,
  roomPage,
  roomRoute,
  rootRoute,
} from './layout-routes.tsx';
import { RouteLoading } from './route-loading.tsx';
import { RouteProblem } from './route-problem.tsx';

/**
 * Every page of Jalon. To add one: a line in its role's list — address, who may open it, file —
 * and `export function Page()` in that file. Each page is its own chunk.
 */
const routeTree = rootRoute.addChildren([
  // Anyone
  publicPage('/connexion', () => import('../features/sessions/login-page.tsx')),
  publicPage('/acces/$token', () => import('../features/sessions/access-link-page.tsx')),
  publicPage('/mon-lien', () => import('../features/sessions/request-link-page.tsx')),
  publicPage('/boite-mail', () => import('../features/mailbox/mailbox-page.tsx')),
  publicPage(
    '/mot-de-passe-oublie',
    () => import('../features/sessions/request-password-page.tsx'),
  ),
  publicPage(
    '/verifier/$verificationCode',
    () => import('../features/verifications/verification-page.tsx'),
  ),
  publicPage('/mot-de-passe/$token', () => import('../features/sessions/choose-password-page.tsx')),

  officeRoute.addChildren([
    // Coordinator and director
    officePage('/', 'home:read', () => import('../features/home/home-page.tsx')),
    officePage(
      '/cohortes',
      'cohort:read',
      () => import('../features/cohorts/cohort-list-page.tsx'),
    ),
    officePage(
      '/cohortes/nouvelle',
      'cohort:write',
      () => import('../features/cohorts/new-cohort-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId',
      'board:read',
      () => import('../features/board/board-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/calendrier',
      'calendar:read',
      () => import('../features/planning/cohort-calendar-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/appreciations',
      'appraisal:read',
      () => import('../features/appraisals/campaigns/campaigns-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/appreciations/$campaignId',
      'appraisal:read',
      () => import('../features/appraisals/campaigns/campaign-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/reglages',
      'cohort:write',
      () => import('../features/cohorts/cohort-settings-page.tsx'),
    ),
    officePage(
      '/apprenants',
      'enrolment:read',
      () => import('../features/enrolments/learners-page.tsx'),
    ),
    officePage(
      '/apprenants/inscrire',
      'enrolment:write',
      () => import('../features/enrolments/enrol/enrol-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId',
      'enrolment:read',
      () => import('../features/enrolments/file/file-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/import',
      'enrolment:write',
      () => import('../features/learner-imports/import-page.tsx'),
    ),
    officePage(
      '/dispenses',
      'enrolment:read',
      () => import('../features/dispensations/dispensations-page.tsx'),
    ),
    officePage(
      '/dispenses/$dispensationId',
      'enrolment:read',
      () => import('../features/dispensations/dispensations-page.tsx'),
    ),
    officePage('/planification', 'plan:read', () => import('../features/plans/plans-page.tsx')),
    officePage(
      '/planification/charge',
      'plan:read',
      () => import('../features/plans/load-page.tsx'),
    ),
    officePage(
      '/planification/$planId',
      'plan:read',
      () => import('../features/plans/plan-page.tsx'),
    ),
    officePage(
      '/calendrier',
      'calendar:read',
      () => import('../features/planning/centre-calendar-page.tsx'),
    ),
    officePage(
      '/formateurs',
      'trainer:read',
      () => import('../features/trainers/trainers-page.tsx'),
    ),
    officePage(
      '/formateurs/$trainerId',
      'trainer:read',
      () => import('../features/trainers/trainer-page.tsx'),
    ),
    officePage('/salles', 'centre:read', () => import('../features/rooms/rooms-page.tsx')),
    officePage(
      '/appreciations',
      'appraisal:read',
      () => import('../features/appraisals/appraisals-page.tsx'),
    ),
    officePage(
      '/appreciations/demander',
      'appraisal:request',
      () => import('../features/appraisals/request-page.tsx'),
    ),
    officePage(
      '/appreciations/points-de-parcours',
      'joint-review:read',
      () => import('../features/appraisals/joint-reviews/reviews-page.tsx'),
    ),
    officePage(
      '/appreciations/points-de-parcours/$jointReviewId',
      'joint-review:read',
      () => import('../features/appraisals/joint-reviews/review-page.tsx'),
    ),
    officePage(
      '/points-de-parcours/ouvrir',
      'joint-review:open',
      () => import('../features/appraisals/joint-reviews/open-page.tsx'),
    ),
    officePage(
      '/appreciations/feuille/$appraisalId',
      'appraisal:read',
      () => import('../features/appraisals/sheet-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId/appreciations',
      'appraisal:read',
      () => import('../features/appraisals/learner-appraisals-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId/feuille-papier',
      'appraisal:enter-paper',
      () => import('../features/appraisals/paper-page.tsx'),
    ),
    officePage(
      '/echeances',
      'deadline:read',
      () => import('../features/deadlines/deadlines-page.tsx'),
    ),
    officePage(
      '/echeances/relances',
      'reminder:read',
      () => import('../features/reminders/reminders-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId/echeances',
      'deadline:read',
      () => import('../features/deadlines/learner-deadlines-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId/fil',
      'reminder:read',
      () => import('../features/reminders/timeline-page.tsx'),
    ),
    officePage(
      '/referentiels',
      'framework:read',
      () => import('../features/frameworks/frameworks-page.tsx'),
    ),
    officePage(
      '/referentiels/$frameworkId',
      'framework:read',
      () => import('../features/frameworks/framework-page.tsx'),
    ),
    officePage(
      '/referentiels/$frameworkId/modifier',
      'framework:write',
      () => import('../features/frameworks/edit/edit-page.tsx'),
    ),
    officePage('/centre', 'centre:read', () => import('../features/centres/centre-page.tsx')),
    officePage('/centre/journal', 'audit:read', () => import('../features/audit/journal-page.tsx')),
    // Trainer (and the office)
    officePage(
      '/emargement',
      'attendance:read',
      () => import('../features/attendance/half-days-page.tsx'),
    ),
    officePage(
      '/emargement/$slotId',
      'attendance:read',
      () => import('../features/attendance/sheet-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId/heures',
      'attendance:read',
      () => import('../features/attendance/hours-page.tsx'),
    ),
    officePage(
      '/ma-fiche',
      'trainer:read-own',
      () => import('../features/trainers/own-file-page.tsx'),
    ),
    // Jury member (and the office)
    officePage(
      '/jurys',
      ['jury:read', 'jury:read-own'],
      () => import('../features/juries/juries-page.tsx'),
    ),
    officePage(
      '/jurys/nouveau',
      'jury:prepare',
      () => import('../features/juries/new-jury-page.tsx'),
    ),
    officePage(
      '/jurys/representations',
      'jury:read',
      () => import('../features/juries/resits-page.tsx'),
    ),
    officePage('/jurys/$juryId', 'jury:read-own', () => import('../features/juries/jury-page.tsx')),
    officePage(
      '/cohortes/$cohortId/epreuves',
      'assessment:read',
      () => import('../features/assessments/first-block-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/epreuves/$blockCode',
      'assessment:read',
      () => import('../features/assessments/grid-page.tsx'),
    ),
    officePage(
      '/cohortes/$cohortId/evaluations',
      'assessment:read',
      () => import('../features/assessment-events/cohort-events-page.tsx'),
    ),
    officePage(
      '/evaluations',
      'assessment:read',
      () => import('../features/assessment-events/events-page.tsx'),
    ),
    officePage(
      '/evaluations/preparer/$slotId',
      'assessment-event:write',
      () => import('../features/assessment-events/prepare-page.tsx'),
    ),
    officePage(
      '/evaluations/$eventId',
      'assessment:read',
      () => import('../features/assessment-events/event-page.tsx'),
    ),
    officePage(
      '/apprenants/$enrolmentId/epreuves',
      'assessment:read',
      () => import('../features/assessments/learner-page.tsx'),
    ),
    officePage(
      '/certificats',
      'certificate:read',
      () => import('../features/certificates/certificates-page.tsx'),
    ),
    officePage(
      '/accrochage',
      'registry-report:read',
      () => import('../features/registry-reports/registry-page.tsx'),
    ),
    officePage(
      '/resultats',
      'board:read',
      () => import('../features/success-rates/success-rates-page.tsx'),
    ),
    // Certifier
    officePage(
      '/certificateur',
      'dispensation:decide',
      () => import('../features/dispensations/decisions-page.tsx'),
    ),
    officePage(
      '/certificateur/$dispensationId',
      'dispensation:decide',
      () => import('../features/dispensations/decisions-page.tsx'),
    ),
    officePage(
      '/equivalences',
      'equivalence:decide',
      () => import('../features/equivalences/equivalences-page.tsx'),
    ),
    officePage(
      '/equivalences/$equivalenceId',
      'equivalence:decide',
      () => import('../features/equivalences/equivalences-page.tsx'),
    ),
    officePage(
      '/blocs-a-confirmer',
      'received-transfer:decide',
      () => import('../features/received-transfers/received-blocks-page.tsx'),
    ),
    officePage(
      '/blocs-a-confirmer/$receivedBlockId',
      'received-transfer:decide',
      () => import('../features/received-transfers/received-blocks-page.tsx'),
    ),
    // Platform administrator
    officePage(
      '/plateforme',
      'platform:read',
      () => import('../features/centres/platform-page.tsx'),
    ),
    // Anyone who is logged in
    officePage('/acces-refuse', 'self', () => import('../features/sessions/no-access-page.tsx')),
  ]),

  phoneRoute.addChildren([
    // Tutor
    phonePage(
      '/appreciations/a-faire',
      'appraisal:read-own',
      () => import('../features/appraisals/tutor-home-page.tsx'),
    ),
    phonePage(
      '/appreciations/$appraisalId',
      'appraisal:read-own',
      () => import('../features/appraisals/tutor-appraisal-page.tsx'),
    ),
    // Tutor, trainer and learner
    phonePage(
      '/points-de-parcours',
      'joint-review:write',
      () => import('../features/appraisals/joint-reviews/own-parts-page.tsx'),
    ),
    phonePage(
      '/points-de-parcours/$jointReviewPartId',
      'joint-review:write',
      () => import('../features/appraisals/joint-reviews/own-part-page.tsx'),
    ),
    // Learner
    phonePage(
      '/mon-parcours',
      'progress:read',
      () => import('../features/progress/progress-page.tsx'),
    ),
    phonePage(
      '/mon-parcours/auto-evaluations',
      'self-assessment:write',
      () => import('../features/appraisals/self/self-list-page.tsx'),
    ),
    phonePage(
      '/mon-parcours/auto-evaluations/$selfAssessmentId',
      'self-assessment:write',
      () => import('../features/appraisals/self/self-page.tsx'),
    ),
  ]),

  roomRoute.addChildren([
    // Jury, in session
    roomPage(
      '/jurys/$juryId/salle',
      'jury:read-own',
      () => import('../features/juries/jury-room-page.tsx'),
    ),
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient: undefined as unknown as QueryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPendingComponent: RouteLoading,
  defaultErrorComponent: RouteProblem,
  defaultNotFoundComponent: lazyRouteComponent(
    () => import('../features/sessions/not-found-page.tsx'),
    'Page',
  ),
});

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) requestTitleFocus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
