import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../platform-tokens.ts';

const ALGORITHM = 'aes-256-gcm';

/**
 * Seals what the database must not be able to read: AES-256-GCM under a key derived from the
 * application's secret. What is sealed for one subject does not open for another.
 */
@Injectable()
export class Sealer {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'secret'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, '', 'jalon:seal:v1', 32));
  }

  /** @param subject whom it is about, e.g. the centre and the person */
  seal(text: string, subject: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(ALGORITHM, this.key, iv).setAAD(Buffer.from(subject));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', iv, cipher.getAuthTag(), sealed]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join('.');
  }

  /** @throws Error when it was sealed under another secret, for another subject, or was changed */
  open(sealed: string, subject: string): string {
    const [, iv = '', tag = '', text = ''] = sealed.split('.');
    const decipher = createDecipheriv(ALGORITHM, this.key, Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(subject))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([
      decipher.update(Buffer.from(text, 'base64url')),
      decipher.final(),
    ]).toString('utf8');
  }
}
