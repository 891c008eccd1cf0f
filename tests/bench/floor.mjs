// The floor: bare node:http and pg in a process of its own. It reads the same rows with the same
// prepared statement as the owner (no login, no row-level security), and sends the same JSON.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 10 });
/** @type {{ text: string, values: unknown[], answer: unknown }} */
let task = { text: 'select 1', values: [], answer: {} };

const server = createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: 'floor', text: task.text, values: task.values });
  const body = JSON.stringify(rows.length > 0 ? task.answer : null);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
});

process.on('message', (message) => {
  task = /** @type {typeof task} */ (message);
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});
process.on('disconnect', () => process.exit(0));
