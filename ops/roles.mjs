import { createHmac } from 'node:crypto';
import pg from 'pg';

/**
 * The two roles the application logs in as, beside the owner who migrates.
 * `jalon_app` is bound by row-level security; `jalon_system` (login, relay, schedules) is not.
 */
const roles = /** @type {const} */ ([
  { name: 'jalon_app', bypassesRowSecurity: false },
  { name: 'jalon_system', bypassesRowSecurity: true },
]);

/** @typedef {(typeof roles)[number]['name']} RoleName */

/**
 * The password of an application role: HMAC-SHA256 of its name, in hexadecimal. The API derives the
 * same one, so that a single secret is configured.
 * @param {RoleName} role
 * @param {string} secret
 */
function rolePassword(role, secret) {
  return createHmac('sha256', secret).update(role).digest('hex');
}

/**
 * The owner's address with the login of an application role.
 * @param {string} ownerUrl
 * @param {RoleName} role
 * @param {string} secret
 * @returns {string}
 */
export function roleUrl(ownerUrl, role, secret) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.href;
}

/**
 * Where the database is, without the owner's login: all that the application's processes are told,
 * since they derive the logins of their own roles.
 * @param {string} ownerUrl
 * @returns {string}
 */
export function addressOnly(ownerUrl) {
  const url = new URL(ownerUrl);
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * Creates the application roles, or brings their attributes and passwords up to date. Runs before
 * the migrations, which grant to these roles. Roles that are already right are left alone.
 * @param {string} ownerUrl
 * @param {string} secret
 * @returns {Promise<void>}
 */
export async function ensureRoles(ownerUrl, secret) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const role of roles) {
      if (await isRoleRight(owner, role, roleUrl(ownerUrl, role.name, secret))) continue;
      await writeRole(owner, role, rolePassword(role.name, secret));
    }
  } finally {
    await owner.end();
  }
}

/**
 * @param {pg.Client} owner
 * @param {(typeof roles)[number]} role
 * @param {string} url
 */
async function isRoleRight(owner, role, url) {
  const found = await owner.query(
    'select rolbypassrls and not rolsuper as bypasses, rolsuper, rolcanlogin from pg_roles where rolname = $1',
    [role.name],
  );
  const row = found.rows[0];
  if (!row || row.rolsuper || !row.rolcanlogin) return false;
  if (row.bypasses !== role.bypassesRowSecurity) return false;
  const login = new pg.Client({ connectionString: url });
  try {
    await login.connect();
    return true;
  } catch {
    return false;
  } finally {
    await login.end().catch(() => {});
  }
}

/**
 * @param {pg.Client} owner
 * @param {(typeof roles)[number]} role
 * @param {string} password
 */
async function writeRole(owner, role, password) {
  const known = await owner.query('select 1 from pg_roles where rolname = $1', [role.name]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  const bypass = role.bypassesRowSecurity ? 'bypassrls' : 'nobypassrls';
  try {
    await owner.query(
      `${verb} role ${role.name} login ${bypass} password ${pg.escapeLiteral(password)}`,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Le rôle PostgreSQL « ${role.name} » (${bypass}) n’a pas pu être préparé : ${reason}. ` +
        'Donnez à l’utilisateur de DATABASE_URL le droit de créer des rôles, ou créez celui-ci vous-même.',
    );
  }
}
