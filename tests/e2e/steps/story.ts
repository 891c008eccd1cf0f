import { mkdir } from 'node:fs/promises';
import type { Role } from '@jalon/domain';
import { expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findSeriousFaults, laptop, openAs, startBrowser } from '../../support/browser.ts';
import {
  type Centre,
  type Member,
  startTestApp,
  type TestApp,
  webDist,
} from '../../support/test-app.ts';

const artifacts = new URL('../../.artifacts/', import.meta.url).pathname;
/** A busy machine is slow, not wrong. */
const patience = 60_000;

/** One centre's story: the application, its clock, and the browsers of the people in it. */
export interface Story {
  readonly app: TestApp;
  readonly centre: Centre;
  /** A browser of their own for one person, logged in when a member is given. */
  open(member: Member | null, viewport?: { width: number; height: number }): Promise<Page>;
  /** Moves the application and every browser to this moment in Paris. */
  theDayIs(day: string, time?: string): Promise<void>;
  /** What a page asked in a box of the browser: nobody is asked anything after saving. */
  readonly questions: readonly string[];
  /** Pictures of every page that is open, for when a scene fails. */
  photograph(scene: string): Promise<void>;
  close(): Promise<void>;
}

export async function startStory(centreName: string): Promise<Story> {
  const app = await startTestApp({ webDist, runsWorker: true });
  const centre = await app.addCentre(centreName);
  const browser: Browser = await startBrowser();
  const contexts = new Set<BrowserContext>();
  const questions: string[] = [];
  return {
    app,
    centre,
    questions,
    async open(member, viewport = laptop) {
      const { page, context } = await openAs(browser, app, member, viewport, {
        setsOwnDay: true,
      });
      context.setDefaultTimeout(patience);
      await context.clock.setSystemTime(app.clock.now());
      contexts.add(context);
      context.on('close', () => contexts.delete(context));
      page.on('dialog', async (dialog) => {
        questions.push(dialog.message());
        await dialog.dismiss();
      });
      return page;
    },
    async theDayIs(day, time = '09:00') {
      app.clock.set(parisInstant(day, time));
      for (const context of contexts) await context.clock.setSystemTime(app.clock.now());
    },
    async photograph(scene) {
      await mkdir(artifacts, { recursive: true });
      const pages = [...contexts].flatMap((context) => context.pages());
      const name = scene.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 80);
      for (const [index, page] of pages.entries())
        await page.screenshot({ path: `${artifacts}${name}-${index + 1}.png`, fullPage: true });
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await app.close();
    },
  };
}

interface OfficeOf {
  readonly centre: string;
  readonly framework: string;
  readonly trainer: { readonly givenName: string; readonly birthName: string };
  /** The day on which the story begins. */
  readonly day: string;
}

/** A story with the people of an office: who coordinates, who trains, who certifies. */
export async function startOffice({ centre: name, framework, trainer, day }: OfficeOf) {
  const story = await startStory(name);
  const { centre } = story;
  await centre.addFramework(framework);
  const member = (role: Role, givenName: string, birthName: string): Promise<Member> =>
    centre.addMember(role, { givenName, birthName });
  const coordinator = await member('coordinator', 'Claire', 'Morvan');
  const people = {
    coordinator,
    trainer: await member('trainer', trainer.givenName, trainer.birthName),
    certifier: await member('certifier', 'Paul', 'Lenoir'),
  };
  await story.theDayIs(day);
  return { story, ...people, office: await story.open(coordinator) };
}

/** `2026-10-26` and `17:30` as an instant, in summer as in winter. */
function parisInstant(day: string, time: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Paris',
    timeZoneName: 'longOffset',
  }).formatToParts(new Date(`${day}T12:00:00Z`));
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
  return `${day}T${time}:00${offset}`;
}

/**
 * Scenes follow each other: each starts where the last one ended, and once one has failed, with
 * pictures of what was on screen, the following ones say so at once.
 */
export function scenesOf(story: () => Story) {
  let broken: string | null = null;
  return (name: string, act: () => Promise<void>): void => {
    it(name, async () => {
      if (broken) throw new Error(`The story stopped earlier, at « ${broken} »`);
      try {
        await act();
        expect(story().questions).toEqual([]);
      } catch (failure) {
        broken = name;
        if (story().questions.length > 0) console.error(story().questions);
        await story().photograph(name);
        throw failure;
      }
    }, 600_000);
  };
}

/** What axe finds serious on the page as it stands; also waits until the page has its title. */
export async function listFaults(page: Page): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return findSeriousFaults(page);
}
