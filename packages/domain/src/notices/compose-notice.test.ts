import { describe, expect, it } from '@jest/globals';
import { leMans } from '../test-records.ts';
import { findNoticeObstacle, judgeNotice } from './check-notice.ts';
import { composeNotice, type NoticeDecision, type NoticeInput } from './compose-notice.ts';

const decide = (
  blockCode: string,
  decision: NoticeDecision['decision'],
  more: Partial<NoticeDecision> = {},
): NoticeDecision => ({
  blockCode,
  decision,
  motive: null,
  recommendation: null,
  missing: [],
  ...more,
});
const all = (decision: NoticeDecision['decision']) =>
  leMans.blocks.map(({ code }) => decide(code, decision));
const input: NoticeInput = {
  framework: leMans,
  heldOn: '2026-11-23',
  today: '2026-11-30',
  held: [],
  decisions: all('acquired'),
};
const compose = (more: Partial<NoticeInput>) => composeNotice({ ...input, ...more });
const titles = (more: Partial<NoticeInput>) => compose(more).steps.map(({ title }) => title);
const refuseB2 = decide('B2', 'not_acquired', {
  missing: ['2 épreuves acquises sur 4, il en faut 3.'],
  motive: 'Le jury relève un dossier incomplet.',
  recommendation: 'Reprendre la facturation.',
});

describe('what a candidate is told of the jury’s decisions (DOMAIN 4.6, W30, W32, W37)', () => {
  it('all blocks acquired: the certificate follows, and the time to contest runs from the notice', () => {
    const { result, headline } = compose({});
    expect(result).toBe('total');
    expect(headline).toMatch(/tous les blocs/);
    expect(titles({})).toEqual(['Votre certificat', 'Contester cette décision']);
    const contest = compose({}).steps.at(-1);
    expect(contest).toMatchObject({
      text: expect.stringContaining('jusqu’au dimanche 28 février 2027'),
      source: 'W37',
    });
  });

  it('some acquired: why the others are not, what is recommended, how they are sat again', () => {
    const decisions = [...all('acquired').filter(({ blockCode }) => blockCode !== 'B2'), refuseB2];
    const { result, headline, blocks } = compose({ decisions });
    expect(result).toBe('partial');
    expect(headline).toMatch(/3 blocs sur 4/);
    expect(blocks[1]).toMatchObject({
      status: 'not_acquired',
      sentence: 'Non acquis.',
      why: ['2 épreuves acquises sur 4, il en faut 3.', 'Le jury relève un dossier incomplet.'],
      recommendation: 'Reprendre la facturation.',
    });
    expect(titles({ decisions })).toEqual([
      'Vos blocs acquis',
      'Se présenter de nouveau : bloc B2',
      'Contester cette décision',
    ]);
    const [, again] = compose({ decisions }).steps;
    expect(again?.text).toMatch(/seulement les épreuves que vous n’avez pas acquises.*lui-même/);
  });

  it('the certification says how long blocks are kept, what is sat again and how often', () => {
    const decisions = [decide('B1', 'acquired'), refuseB2];
    const framework = {
      ...leMans,
      blockRetentionMonths: 60,
      resit: { scope: 'whole_block' as const, maxAttempts: 3 },
    };
    const [kept, again] = compose({ framework, decisions }).steps;
    expect(kept?.text).toContain('60 mois, jusqu’au samedi 22 novembre 2031 inclus');
    expect(again?.text).toMatch(/toutes les épreuves du bloc.*3 fois au plus/);
  });

  it('blocks held before count and are told with their own jury; a block not presented is said so', () => {
    const held = [{ blockCode: 'B1', decidedOn: '2026-05-18' }];
    const { result, blocks } = compose({ held, decisions: [decide('B2', 'acquired')] });
    expect(result).toBe('partial');
    expect(blocks.map(({ status }) => status)).toEqual([
      'held',
      'acquired',
      'not_presented',
      'not_presented',
    ]);
    expect(blocks[0]?.sentence).toBe('Déjà acquis au jury du lundi 18 mai 2026.');
  });

  it('nothing acquired is said plainly; an absent candidate is told of another jury, not of a refusal', () => {
    expect(compose({ decisions: all('not_acquired') })).toMatchObject({ result: 'refused' });
    const decisions = all('adjourned');
    expect(compose({ decisions }).result).toBe('adjourned');
    expect(titles({ decisions })).toEqual([
      'Décision reportée : blocs B1, B2, B3, B4',
      'Contester cette décision',
    ]);
  });

  it('says nothing of contesting where the certification sets no time', () => {
    const jury = { membersPerCollege: 1, parity: true, quorumPercent: 50, contestMonths: null };
    expect(titles({ framework: { ...leMans, jury } })).toEqual(['Votre certificat']);
  });
});

describe('when it may be sent (DOMAIN 4.6)', () => {
  const signed = [
    { college: 'employer', method: 'own' },
    { college: 'employee', method: 'paper' },
  ] as const;
  const ready = { state: 'closed', signatures: signed, hasEmail: true } as const;

  it('after the closing, once a member of each college has signed the minutes', () => {
    expect(findNoticeObstacle(ready)).toBeNull();
    expect(findNoticeObstacle({ ...ready, state: 'open' })).toMatch(/pas close/);
    const half = [signed[0], { college: 'employee', method: null }] as const;
    expect(findNoticeObstacle({ ...ready, signatures: half })).toMatch(/chaque collège/);
  });

  it('without an address it is printed', () => {
    expect(findNoticeObstacle({ ...ready, hasEmail: false })).toMatch(/imprimez/);
  });
});

describe('whether the last notice still holds', () => {
  const now = compose({});
  it.each([
    ['nothing was sent', null, false, 'none'],
    ['its mail is not written yet', now, false, 'sending'],
    ['it says what stands', now, true, 'sent'],
    ['a decision was rectified since', compose({ decisions: [refuseB2] }), true, 'outdated'],
  ])('%s', (_, told, isWritten, state) => {
    expect(judgeNotice({ told, now, isWritten })).toBe(state);
  });

  it('the same decisions told on another day hold still', () => {
    expect(judgeNotice({ told: compose({ today: '2027-01-04' }), now, isWritten: true })).toBe(
      'sent',
    );
  });
});
