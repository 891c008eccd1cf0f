// npm run db:migrate: roles and migrations on the database of DATABASE_URL, and nothing else. What a
// deployment runs once before the new version of the application.
import { prepareDatabase } from './migrate.mjs';

const { DATABASE_URL, JALON_SECRET } = process.env;
if (!DATABASE_URL || !JALON_SECRET) {
  console.error('DATABASE_URL et JALON_SECRET sont nécessaires.');
  process.exit(2);
}
const applied = await prepareDatabase(DATABASE_URL, JALON_SECRET);
console.log(applied.length === 0 ? 'Base de données déjà à jour.' : applied.join('\n'));
