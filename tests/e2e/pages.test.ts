import { readFileSync } from 'node:fs';
import { permissionsByRole } from '@jalon/contract';
import { type Role, roles } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, openAs, phone, startBrowser } from '../support/browser.ts';
import { seedDemonstration } from '../support/demonstration.ts';
import { type Member, startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(300_000);

/** The router's own list, so that a page is covered on the day it is added. */
const router = readFileSync(new URL('../../apps/web/src/app/router.tsx', import.meta.url), 'utf8');
const pages = [
  ...router.matchAll(/(office|phone|room|public)Page\(\s*'([^']+)',\s*(\[[^\]]*\]|'[^']*')?/g),
].map(([, layout = '', path = '', access = '']) => ({
  layout,
  path,
  permissions: [...access.matchAll(/'([^']+)'/g)].map(([, permission]) => permission ?? ''),
}));

let app: TestApp;
let browser: Browser;
const members = new Map<Role, Member>();
let centreId: string;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  await seedDemonstration(app.config);
  const centre = await app.db.system.centre.findUniqueOrThrow({ where: { slug: 'le-mans' } });
  centreId = centre.id;
  for (const role of roles) members.set(role, await findMember(role));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function findMember(role: Role): Promise<Member> {
  const { user, ...membership } = await app.db.system.membership.findFirstOrThrow({
    where: {
      role,
      user: { email: { endsWith: '.example' }, accounts: { some: {} } },
      centre: { slug: role === 'platform_admin' ? 'jalon' : 'le-mans' },
    },
    include: { user: true },
  });
  return { ...membership, email: user.email, name: user.name };
}

function roleFor(permissions: readonly string[]): Role {
  if (permissions.includes('self')) return 'coordinator';
  const holder = roles.find((role) =>
    permissionsByRole[role].some((permission) => permissions.includes(permission)),
  );
  if (!holder) throw new Error(`No role holds ${permissions.join(', ')}`);
  return holder;
}

/** A real row of the demonstration for each parameter of an address. */
async function fill(path: string, member: Member): Promise<string> {
  const { system } = app.db;
  const own = { centreId };
  const isTutor = path.startsWith('/appreciations/') && member === members.get('tutor');
  const find: Record<string, () => Promise<{ id: string }>> = {
    cohortId: () => system.cohort.findFirstOrThrow({ where: { ...own, state: 'running' } }),
    enrolmentId: () =>
      system.enrolment.findFirstOrThrow({ where: { ...own, cohort: { state: 'running' } } }),
    slotId: () =>
      system.slot.findFirstOrThrow({
        where: { ...own, cohort: { state: 'running' } },
        orderBy: { heldOn: 'asc' },
      }),
    appraisalId: () =>
      system.appraisal.findFirstOrThrow({
        where: isTutor ? { ...own, tutorId: member.personId } : own,
        orderBy: { signedAt: { sort: 'desc', nulls: 'first' } },
      }),
    juryId: () => system.jurySession.findFirstOrThrow({ where: own }),
    frameworkId: () => system.frameworkVersion.findFirstOrThrow({ where: own }),
    dispensationId: () => system.dispensation.findFirstOrThrow({ where: own }),
    personId: () => system.person.findFirstOrThrow({ where: own }),
    certificateId: () => system.certificate.findFirstOrThrow({ where: own }),
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

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    // No worker runs here, and the platform's page says so: the one 503 that is an answer.
    if (response.url().endsWith('/api/health')) return;
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** What a person sees when an address cannot be shown. */
async function refusedAt(role: Role, path: string) {
  const { page, context } = await openAs(browser, app, members.get(role) ?? null);
  const errors: string[] = [];
  page.on('console', (message) => {
    // The browser itself notes every 404; what the pages write there is a fault.
    const isOurs = message.type() === 'error' && !message.text().startsWith('Failed to load');
    if (isOurs) errors.push(message.text());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.goto(path, { waitUntil: 'networkidle' });
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  const faults = await findSeriousFaults(page);
  await page.getByRole('button', { name: 'Revenir à la page précédente' }).waitFor();
  await page.getByRole('link', { name: 'Revenir à votre page de départ' }).click();
  await page.waitForURL((url) => url.pathname !== path);
  await context.close();
  return { title, faults: [...errors, ...faults] };
}

describe('an address that shows nothing says why, and leads back', () => {
  const unknown = '01a201b3-0d35-75f8-9434-000000000000';

  it.each<[Role, string, string]>([
    ['coordinator', `/apprenants/${unknown}`, 'Cet élément n’existe pas ou n’existe plus'],
    ['coordinator', '/nulle-part', 'Cette page n’existe pas'],
    ['trainer', '/certificats', 'Votre rôle n’ouvre pas cette page'],
    ['learner', '/cohortes', 'Votre rôle n’ouvre pas cette page'],
    ['tutor', `/appreciations/${unknown}`, 'Cet élément n’existe pas ou n’existe plus'],
    ['jury_member', `/jurys/${unknown}/salle`, 'Cet élément n’existe pas ou n’existe plus'],
  ])('%s at %s', async (role, path, title) => {
    expect(await refusedAt(role, path)).toEqual({ title, faults: [] });
  });
});

describe('every page of the demonstration', () => {
  it('is in the router', () => expect(pages.length).toBeGreaterThan(20));

  it.each(pages)(
    '$path is clean for axe, and fits a phone',
    async ({ path, permissions, layout }) => {
      const member = layout === 'public' ? null : (members.get(roleFor(permissions)) ?? null);
      const address = await fill(path, member ?? ({} as Member));
      const { page, context } = await openAs(browser, app, member);
      const faults = watch(page);
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect([...faults, ...(await findSeriousFaults(page))]).toEqual([]);
      // The jury's room is made for a large screen.
      if (layout !== 'room') {
        await page.setViewportSize(phone);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
      await context.close();
    },
  );
});
