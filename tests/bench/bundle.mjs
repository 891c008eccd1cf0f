import { get } from 'node:http';
import { chromium } from 'playwright-core';
import { mainSite } from './board.mjs';
import { atMost } from './figure.mjs';
import { idOf } from './seed-centres.mjs';

const pages = [
  {
    name: 'tutor',
    role: 'tutor',
    person: 'main/small/tutor/1',
    path: '/appreciations/a-faire',
    limit: 180,
  },
  {
    name: 'learner',
    role: 'learner',
    person: 'main/small/person/1',
    path: '/mon-parcours',
    limit: 180,
  },
  { name: 'coordinator', role: 'coordinator', person: null, path: '/', limit: 300 },
];

/**
 * The JavaScript that each role's first page really loads in a browser, as gzip carries it.
 * @param {import('./world.mjs').World} world
 */
export async function bundle(world) {
  const executablePath = process.env.JALON_CHROMIUM;
  if (!executablePath) throw new Error('bundle: Chromium is not there');
  const site = await mainSite(world);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    const figures = [];
    for (const { name, role, person, path, limit } of pages) {
      const cookie = await site.logIn(idOf('main'), role, ...(person ? [idOf(person)] : []));
      const loaded = await loadPage(browser, site.url, cookie, path);
      const sizes = await Promise.all(loaded.map(gzippedBytes));
      const bytes = sizes.reduce((total, size) => total + size, 0);
      figures.push(atMost(`${name}_js_gzipped`, bytes / 1024, limit, 'KB'));
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/**
 * The scripts of one page, from a cold browser.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} cookie
 * @param {string} path
 */
async function loadPage(browser, url, cookie, path) {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  /** @type {Set<string>} */
  const scripts = new Set();
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.add(response.url());
  });
  await page.goto(url + path);
  await page.waitForSelector('h1');
  await page.waitForLoadState('networkidle');
  if (new URL(page.url()).pathname !== path)
    throw new Error(`bundle: ${path} led to ${page.url()}`);
  await context.close();
  return [...scripts];
}

/**
 * Bytes of a file as the server sends it to a browser that only knows gzip.
 * @param {string} url
 * @returns {Promise<number>}
 */
function gzippedBytes(url) {
  return new Promise((settle, fail) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => settle(bytes));
    }).on('error', fail);
  });
}
