import { frameworkContent } from '@jalon/contract';
import type { Framework } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Query } from '../../db/database.ts';

/** Documents kept at once; the one read longest ago makes room. */
const capacity = 500;

/**
 * Framework documents for hot reads, parsed once: a published version never changes. Ask with ids
 * that row-level security has just let through, from the cohort that points to them.
 */
@Injectable()
export class FrameworkDocuments {
  private readonly documents = new Map<string, Framework>();

  /** The documents of these versions, by id. */
  async find(query: Query, ids: readonly string[]): Promise<ReadonlyMap<string, Framework>> {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !this.documents.has(id));
    const read = missing.length > 0 ? await readDocuments(query, missing) : [];
    const found = new Map<string, Framework>(
      read.map(({ id, content }) => [id, frameworkContent.parse(content)]),
    );
    for (const { id, state } of read) {
      const document = found.get(id);
      if (document && state === 'published') this.keep(id, document);
    }
    for (const id of wanted) {
      const document = this.documents.get(id);
      if (document) found.set(id, document);
    }
    return found;
  }

  private keep(id: string, document: Framework): void {
    this.documents.set(id, document);
    const [oldest] = this.documents.keys();
    if (this.documents.size > capacity && oldest !== undefined) this.documents.delete(oldest);
  }
}

const readDocuments = (query: Query, ids: readonly string[]) =>
  query<{ id: string; state: string; content: unknown }>({
    name: 'framework-documents',
    text: 'select id, state, content from framework_version where id = any ($1::uuid[])',
    values: [ids],
  });
