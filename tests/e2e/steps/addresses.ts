import { readFileSync } from 'node:fs';
import { isAllowed, type Permission } from '@jalon/contract';
import type { Role } from '@jalon/domain';
import type { Page } from 'playwright-core';

/** A page of the web app, as its router declares it. */
export interface Address {
  readonly layout: string;
  /** `/cohortes/$cohortId`. */
  readonly path: string;
  /** Any of them opens it; `self` is whoever is logged in. None: anyone. */
  readonly permissions: readonly string[];
}

/** The router's own list, so that a page is covered on the day it is added. */
const router = readFileSync(
  new URL('../../../apps/web/src/app/router.tsx', import.meta.url),
  'utf8',
);
export const addresses: readonly Address[] = [
  ...router.matchAll(/(office|phone|room|public)Page\(\s*'([^']+)',\s*(\[[^\]]*\]|'[^']*')?/g),
].map(([, layout = '', path = '', access = '']) => ({
  layout,
  path,
  permissions: [...access.matchAll(/'([^']+)'/g)].map(([, permission]) => permission ?? ''),
}));

export const mayOpen = (role: Role, { permissions }: Address): boolean =>
  permissions.length === 0 ||
  permissions.includes('self') ||
  permissions.some((permission) => isAllowed([role], permission as Permission));

/** The address that a path leads to: one that is written out comes before one with a parameter. */
function addressOf(path: string): Address | undefined {
  const parts = path.split('/');
  const fits = ({ path: pattern }: Address) => {
    const wanted = pattern.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith('$') || part === parts[index])
    );
  };
  return addresses
    .filter(fits)
    .toSorted((one, other) => one.path.split('$').length - other.path.split('$').length)[0];
}

/**
 * The links of the page that lead where this role may not go, or nowhere. `/` leads everyone to the
 * page they start from.
 */
export async function listDeadEnds(page: Page, role: Role): Promise<string[]> {
  const paths = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  return [...new Set(paths)]
    .filter((path) => path !== '/' && !path.startsWith('/api/'))
    .filter((path) => {
      const address = addressOf(path);
      return !address || !mayOpen(role, address);
    })
    .map((path) => `leads a ${role} to ${path}`);
}
