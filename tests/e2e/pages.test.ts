import { formatSpokenName, type JointReviewRole, type Role, roles } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, laptop, openAs, phone, startBrowser } from '../support/browser.ts';
import { seedDemonstration } from '../support/demonstration.ts';
import { type Member, startTestApp, type TestApp, webDist } from '../support/test-app.ts';
import { type Address, addresses, listDeadEnds, mayOpen } from './steps/addresses.ts';

// The demonstration is seeded first, which takes minutes on a busy machine.
jest.setTimeout(600_000);

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  await seedDemonstration(app.config);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function findMember(role: Role, centre: string): Promise<Member> {
  const { user, person, ...membership } = await app.db.system.membership.findFirstOrThrow({
    where: {
      role,
      user: { email: { endsWith: '.example' }, accounts: { some: {} } },
      centre: { slug: role === 'platform_admin' ? 'jalon' : centre },
    },
    include: { user: true, person: true },
  });
  return { ...membership, email: user.email, name: formatSpokenName(person) };
}

/** One person's browser, kept for all the pages they open, and what went wrong in it since. */
interface Desk {
  readonly member: Member | null;
  readonly page: Page;
  /** What the pages wrote as an error. */
  readonly errors: string[];
  /** What the API refused or failed at. */
  readonly refusals: { readonly status: number; readonly url: string }[];
}

const desks = new Map<string, Desk>();

async function sitAt(role: Role | null, centre = 'le-mans'): Promise<Desk> {
  const name = `${role} of ${centre}`;
  const desk = desks.get(name) ?? (await openDesk(role, centre));
  desks.set(name, desk);
  desk.errors.length = 0;
  desk.refusals.length = 0;
  await desk.page.setViewportSize(laptop);
  return desk;
}

async function openDesk(role: Role | null, centre: string): Promise<Desk> {
  const member = role && (await findMember(role, centre));
  const { page } = await openAs(browser, app, member);
  const desk: Desk = { member, page, errors: [], refusals: [] };
  page.on('pageerror', ({ message }) => desk.errors.push(message));
  page.on('console', (message) => {
    // The browser itself notes every refusal; what the pages write there is a fault.
    const isOurs = message.type() === 'error' && !message.text().startsWith('Failed to load');
    if (isOurs) desk.errors.push(message.text());
  });
  page.on('response', (response) => {
    const [status, url] = [response.status(), response.url()];
    // No worker runs here, and the platform's page says so: the one 503 that is an answer.
    if (status >= 400 && !url.endsWith('/api/health')) desk.refusals.push({ status, url });
  });
  return desk;
}

/** A real row of the demonstration for each parameter of an address. */
async function fill(path: string, role: Role | null, centre: string, desk: Desk): Promise<string> {
  const { system } = app.db;
  const own = { centre: { slug: centre } };
  const personId = desk.member?.personId ?? '';
  const mine = role === 'tutor' ? { tutorId: personId } : {};
  // A trainer opens what they teach, a member of a jury the sessions where they sit.
  const taught = role === 'trainer' ? { slots: { some: { trainerId: personId } } } : {};
  const seated = role === 'jury_member' ? { members: { some: { personId } } } : {};
  const openReview = async () => {
    const { id: enrolmentId, centreId } = await system.enrolment.findFirstOrThrow({
      where: { ...own, state: 'active' },
    });
    const heldOn = new Date('2026-11-20');
    const open = await system.jointReview.findFirst({ where: { enrolmentId, withdrawnAt: null } });
    return (
      open ??
      system.jointReview.create({
        data: { centreId, enrolmentId, heldOn, openedByUserId: desk.member?.userId ?? '' },
      })
    );
  };
  const find: Record<string, () => Promise<{ id: string }>> = {
    cohortId: () =>
      system.cohort.findFirstOrThrow({ where: { ...own, ...taught, state: 'running' } }),
    enrolmentId: () =>
      system.enrolment.findFirstOrThrow({
        where: { ...own, state: 'active', cohort: { ...taught, state: 'running' } },
      }),
    slotId: () =>
      system.slot.findFirstOrThrow({
        where: {
          ...own,
          cohort: { state: 'running' },
          ...(role === 'trainer' ? { trainerId: personId } : {}),
          ...(path.startsWith('/evaluations') ? { moduleRun: { kind: 'evaluation' } } : {}),
        },
        orderBy: { heldOn: 'asc' },
      }),
    eventId: async () => {
      const assessors = { some: { personId } };
      const ownOnes = role === 'trainer' ? { assessors } : {};
      const held = await system.assessmentEvent.findFirst({ where: { ...own, ...ownOnes } });
      if (held) return held;
      const {
        centreId,
        id: enrolmentId,
        cohortId,
      } = await system.enrolment.findFirstOrThrow({
        where: { ...own, state: 'active', cohort: { state: 'running' } },
      });
      return system.assessmentEvent.create({
        data: {
          centreId,
          cohortId,
          blockCode: 'B1',
          createdByUserId: desk.member?.userId ?? '',
          heldOn: new Date('2026-11-23'),
          startsAt: 540,
          minutes: 210,
          assessors: { create: [{ personId, position: 0 }] },
          candidates: { create: [{ enrolmentId, assessmentCodes: ['B1-E1'] }] },
        },
      });
    },
    appraisalId: () =>
      system.appraisal.findFirstOrThrow({
        where: { ...own, ...mine },
        orderBy: { signedAt: { sort: 'desc', nulls: 'first' } },
      }),
    campaignId: () =>
      system.appraisalCampaign.findFirstOrThrow({
        where: { ...own, cohort: { state: 'running' } },
      }),
    selfAssessmentId: async () => {
      const { id: enrolmentId, centreId } = await system.enrolment.findFirstOrThrow({
        where: { ...own, personId, state: 'active' },
      });
      const draft = { centreId, enrolmentId, blockCode: 'B1', sentAt: null };
      const begun = await system.selfAssessment.findFirst({ where: draft });
      return begun ?? system.selfAssessment.create({ data: { ...draft, ratings: {} } });
    },
    jointReviewId: openReview,
    jointReviewPartId: async () => {
      const { id: jointReviewId, centreId } = await openReview();
      const ofRole = { centreId, jointReviewId, role: role as JointReviewRole, personId };
      const begun = await system.jointReviewPart.findFirst({ where: { jointReviewId, personId } });
      return begun ?? system.jointReviewPart.create({ data: ofRole });
    },
    juryId: () => system.jurySession.findFirstOrThrow({ where: { ...own, ...seated } }),
    frameworkId: () => system.frameworkVersion.findFirstOrThrow({ where: own }),
    dispensationId: () => system.dispensation.findFirstOrThrow({ where: own }),
    // The centres of the demonstration teach one version each: a request from one to the other.
    equivalenceId: async () => {
      const acquired = await system.juryDecision.findFirstOrThrow({
        where: { ...own, decision: 'acquired' },
        include: { jurySession: true },
      });
      const { id: followedId } = await system.frameworkVersion.findFirstOrThrow({
        where: { ...own, id: { not: acquired.jurySession.frameworkVersionId } },
      });
      const { centreId, enrolmentId, blockCode } = acquired;
      return system.equivalence.create({
        data: {
          centreId,
          enrolmentId,
          followedId,
          blockCode,
          acquiredBlockCode: blockCode,
          acquiredDecisionId: acquired.id,
          motive: 'Mêmes compétences',
          acquiredUnderId: acquired.jurySession.frameworkVersionId,
          requestedByUserId: desk.member?.userId ?? '',
          requestedByName: 'Camille Roy',
        },
      });
    },
    receivedBlockId: async () => {
      const {
        centreId,
        id: enrolmentId,
        cohort: { frameworkVersionId: followedId },
      } = await system.enrolment.findFirstOrThrow({
        where: { ...own, state: 'active' },
        include: { cohort: true },
      });
      const ofEnrolment = { centreId, enrolmentId };
      const { id: receivedTransferId } = await system.receivedTransfer.create({
        data: {
          ...ofEnrolment,
          content: {},
          credential: '{}',
          credentialId: 'urn:uuid:x',
          issuer: 'did:web:x',
          receivedByUserId: desk.member?.userId ?? '',
          receivedByName: 'Camille Roy',
          receivedOn: new Date('2026-11-23'),
        },
      });
      return system.receivedBlock.create({
        data: {
          ...ofEnrolment,
          receivedTransferId,
          followedId,
          blockCode: 'B3',
          acquiredAt: 'Keyce Santé',
          acquiredUnder: 'CQP Assistant médical, 266 h',
          acquiredBlockCode: 'B3',
          acquiredBlockName: 'Hygiène et qualité',
          decidedOn: new Date('2026-06-30'),
        },
      });
    },
    // No worker runs here: a plan that waits. The journey of a plan shows the others.
    planId: async () => {
      const { id } = await system.cohort.findFirstOrThrow({ where: own });
      const { id: centreId } = await system.centre.findFirstOrThrow({ where: { slug: centre } });
      return system.planSearch.create({
        data: {
          centreId,
          kind: 'year',
          cohortIds: [id],
          request: { seconds: 20 },
          askedByUserId: desk.member?.userId ?? '',
        },
      });
    },
    // What the QR code of a certificate of the demonstration leads to.
    verificationCode: async () => {
      const { publicCode } = await system.certificateStatement.findFirstOrThrow({ where: own });
      return { id: publicCode };
    },
    trainerId: async () => {
      const where = { ...own, role: 'trainer' as const };
      return { id: (await system.membership.findFirstOrThrow({ where })).personId };
    },
  };
  const fixed: Record<string, string> = { token: 'un-lien-inconnu-de-jalon', blockCode: 'B1' };
  let filled = path;
  for (const [, name = ''] of path.matchAll(/\$(\w+)/g)) {
    const id = fixed[name] ?? (await find[name]?.())?.id;
    if (!id) throw new Error(`No value for $${name} of ${path}`);
    filled = filled.replace(`$${name}`, id);
  }
  return filled;
}

/** What a person sees when an address cannot be shown. */
async function refusedAt(role: Role, path: string) {
  const { page, errors } = await sitAt(role);
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.goto(path, { waitUntil: 'networkidle' });
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  const faults = await findSeriousFaults(page);
  await page.getByRole('button', { name: 'Revenir à la page précédente' }).waitFor();
  await page.getByRole('link', { name: 'Revenir à votre page de départ' }).click();
  await page.waitForURL((url) => url.pathname !== path);
  return { title, faults: [...errors, ...faults] };
}

describe('an address that shows nothing says why, and leads back', () => {
  const unknown = '01a201b3-0d35-75f8-9434-000000000000';

  it.each<[Role, string, string]>([
    ['coordinator', `/apprenants/${unknown}`, 'Cet élément n’existe pas ou n’existe plus'],
    ['coordinator', '/nulle-part', 'Cette page n’existe pas'],
    ['trainer', '/certificats', 'Votre rôle n’ouvre pas cette page'],
    ['learner', '/cohortes', 'Votre rôle n’ouvre pas cette page'],
    ['jury_member', `/jurys/${unknown}/salle`, 'Cet élément n’existe pas ou n’existe plus'],
  ])('%s at %s', async (role, path, title) => {
    expect(await refusedAt(role, path)).toEqual({ title, faults: [] });
  });

  it('a tutor is told in their own words, and led to their list', async () => {
    const { page, errors } = await sitAt('tutor');
    await page.goto(`/appreciations/${unknown}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Rien n’est attendu de vous ici' }).waitFor();
    expect([...errors, ...(await findSeriousFaults(page))]).toEqual([]);
    await page.getByRole('link', { name: 'Mes appréciations' }).click();
    await page.waitForURL('**/appreciations/a-faire');
  });
});

/** Everything that is wrong with an address as one person sees it, on a laptop and on a phone. */
async function inspect(role: Role | null, centre: string, address: Address): Promise<string[]> {
  const desk = await sitAt(role, centre);
  const { page, errors, refusals } = desk;
  // An open room always has a question under way.
  const waitUntil = address.path.endsWith('/salle') ? 'load' : 'networkidle';
  await page.goto(await fill(address.path, role, centre, desk), { waitUntil });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const faults = await findSeriousFaults(page);
  const deadEnds = role ? await listDeadEnds(page, role) : [];
  const onPhone = await inspectOnPhone(page, address);
  // An unknown link is refused; whoever is logged in is refused nothing on a page of theirs.
  const refused = refusals.filter(({ status }) => status >= (role ? 400 : 500));
  return [
    ...errors,
    ...refused.map(({ status, url }) => `${status} ${url}`),
    ...faults,
    ...deadEnds,
    ...onPhone,
  ];
}

async function inspectOnPhone(page: Page, { layout }: Address): Promise<string[]> {
  await page.setViewportSize(phone);
  const faults = (await findSeriousFaults(page)).map((fault) => `on a phone: ${fault}`);
  // The jury's room is made for a large screen.
  const tooWide = layout === 'room' ? 0 : await measureOverflow(page);
  return tooWide > 0 ? [...faults, `${tooWide} px wider than a phone`] : faults;
}

const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const isPublic = ({ layout }: Address) => layout === 'public';

/** Each role with each page that is theirs. */
const visits = roles.flatMap((role) =>
  addresses
    .filter((address) => !isPublic(address) && mayOpen(role, address))
    .map((address): [Role, string, Address] => [role, address.path, address]),
);
// Who only reads sees other pages; another centre has another framework, and other stories.
const centreOf = (role: Role) => (role === 'director' ? 'afbb' : 'le-mans');

describe('every page of the demonstration: nothing fails, axe, no dead end, and it fits a phone', () => {
  it('is in the router, and each role has pages', () => {
    expect(addresses.length).toBeGreaterThan(20);
    expect(new Set(visits.map(([role]) => role))).toEqual(new Set(roles));
  });

  it.each(addresses.filter(isPublic))('$path, logged out', async (address) => {
    expect(await inspect(null, 'le-mans', address)).toEqual([]);
  });

  it.each(visits)('%s at %s', async (role, _, address) => {
    expect(await inspect(role, centreOf(role), address)).toEqual([]);
  });
});
