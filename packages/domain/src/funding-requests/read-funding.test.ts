import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import { accessRoutes } from '../vocabulary.ts';
import { type FundingFacts, hasFundingPaper, readFunding } from './read-funding.ts';

const contract: FundingFacts = {
  route: 'professional_contract',
  startsOn: '2026-10-12',
  contracts: [{ from: '2026-10-05', to: null }],
  requests: [],
};
const reconversion: FundingFacts = { ...contract, route: 'reconversion_period' };
const sent = (sentOn: string, receivedOn: string | null = null) => [
  { sentOn, receivedOn, answer: null, answeredOn: null },
];

describe('DOMAIN 7: the Cerfa 12434 of a contrat de professionnalisation', () => {
  it('goes to the OPCO at most 5 days after the start of the contract, that day included', () => {
    expect(readFunding(contract, '2026-10-10')).toMatchObject({
      state: 'to_send',
      dueOn: '2026-10-10',
      isLate: false,
      sentence: 'Cerfa 12434 à envoyer à l’OPCO au plus tard le 10 octobre 2026.',
    });
    expect(readFunding(contract, '2026-10-11')).toMatchObject({ isLate: true });
  });

  it('counts from the contract that runs on the first day of the training', () => {
    const contracts = [
      { from: '2024-01-02', to: '2026-09-30' },
      { from: '2026-10-01', to: null },
      { from: '2026-12-01', to: null },
    ];
    expect(readFunding({ ...contract, contracts }, '2026-10-01')?.dueOn).toBe('2026-10-06');
  });

  it('has no due day while no employer is known, and asks for one', () => {
    expect(readFunding({ ...contract, contracts: [] }, '2026-10-20')).toMatchObject({
      dueOn: null,
      isLate: false,
      sentence: expect.stringMatching(/Indiquez l’employeur/),
    });
  });

  it('is accepted by silence once 20 days have passed since it was sent', () => {
    const facts = { ...contract, requests: sent('2026-10-07') };
    expect(readFunding(facts, '2026-10-27')).toMatchObject({
      state: 'sent',
      answerDueOn: '2026-10-27',
    });
    expect(readFunding(facts, '2026-10-28')).toMatchObject({
      state: 'accepted_by_silence',
      sentence: expect.stringMatching(/silence vaut accord/),
    });
  });

  it('is what the OPCO answered, even late', () => {
    const requests = [
      { sentOn: '2026-10-07', receivedOn: null, answer: 'refused', answeredOn: '2026-11-20' },
    ] as const;
    expect(readFunding({ ...contract, requests }, '2026-11-21')?.state).toBe('refused');
  });
});

describe('DOMAIN 7, W23: the papers of a période de reconversion', () => {
  it('go to the OPCO within the 30 days before the training, its eve included', () => {
    expect(readFunding(reconversion, '2026-09-11')).toMatchObject({
      paper: 'Cerfa 17613',
      opensOn: '2026-09-12',
      dueOn: '2026-10-11',
      isLate: false,
      sentence: 'Cerfa 17613 à envoyer à l’OPCO du 12 septembre 2026 au 11 octobre 2026.',
    });
    expect(readFunding(reconversion, '2026-10-11')).toMatchObject({
      isLate: false,
      sentence: 'Cerfa 17613 à envoyer à l’OPCO au plus tard le 11 octobre 2026.',
    });
    expect(readFunding(reconversion, '2026-10-12')?.isLate).toBe(true);
  });

  it('sent before these days are to be checked with the OPCO', () => {
    const sentenceOf = (sentOn: string) =>
      readFunding({ ...reconversion, requests: sent(sentOn) }, '2026-09-15')?.sentence;
    expect(sentenceOf('2026-09-11')).toMatch(/avant le 12 septembre 2026, où le délai s’ouvre/);
    expect(sentenceOf('2026-09-12')).not.toMatch(/où le délai s’ouvre/);
  });

  it('are never accepted by silence: no text says so', () => {
    const facts = { ...reconversion, requests: sent('2026-09-01') };
    expect(readFunding(facts, '2026-09-21')?.state).toBe('sent');
    expect(readFunding(facts, '2026-09-22')?.state).toBe('unanswered');
  });
});

describe('D6325-2, R6324-2: the 20 days of the OPCO run « à compter de la réception »', () => {
  it.each([
    [contract, 'accepted_by_silence'],
    [reconversion, 'unanswered'],
  ] as const)('from the acknowledgement noted, not from the sending ($route)', (facts, after) => {
    const requests = sent('2026-10-07', '2026-10-12');
    expect(readFunding({ ...facts, requests }, '2026-11-01')).toMatchObject({
      state: 'sent',
      answerDueOn: '2026-11-01',
      sentence: expect.stringMatching(
        /reçu le 12 octobre 2026\. Il répond au plus tard le 1er novembre 2026\.$/,
      ),
    });
    expect(readFunding({ ...facts, requests }, '2026-11-02')?.state).toBe(after);
  });

  it('from the sending while no reception is noted, and it says so', () => {
    const facts = { ...contract, requests: sent('2026-10-07') };
    expect(readFunding(facts, '2026-10-08')).toMatchObject({
      answerDueOn: '2026-10-27',
      sentence: expect.stringMatching(/comptée ici du jour de l’envoi/),
      source: expect.stringMatching(/D6325-2/),
    });
    expect(readFunding(facts, '2026-10-28')?.sentence).toMatch(/s’il l’a reçu le jour de l’envoi/);
  });

  it('is recalled on the twentieth day from then', () => {
    const requests = sent('2026-10-07', '2026-10-12');
    expect(readFunding({ ...contract, requests }, '2026-10-13')?.reminder).toEqual({
      kind: 'opco_silence',
      from: '2026-10-12',
    });
  });
});

it('the other routes send the OPCO no paper of their own', () => {
  const routes = accessRoutes.filter((route) => readFunding({ ...contract, route }, '2026-10-10'));
  expect(routes).toEqual(['professional_contract', 'reconversion_period']);
  expect(accessRoutes.filter(hasFundingPaper)).toEqual(routes);
});

it('what was sent in time is late on no later day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 400 }), (wait, after) => {
      const sentOn = addDays('2026-10-05', wait);
      const standing = readFunding({ ...contract, requests: sent(sentOn) }, addDays(sentOn, after));
      expect(standing?.isLate).toBe(false);
    }),
  );
});

describe('what the office is reminded of (DOMAIN 13)', () => {
  const remind = (facts: Partial<FundingFacts>) =>
    readFunding({ ...contract, ...facts }, '2026-10-08')?.reminder;

  it('the paper to send, from the start of the contract or back from its last day', () => {
    expect(remind({})).toEqual({ kind: 'contract_to_opco', from: '2026-10-05' });
    expect(remind(reconversion)).toEqual({ kind: 'reconversion_to_opco', from: '2026-10-11' });
    expect(remind({ contracts: [] })).toBeNull();
  });

  it('the OPCO’s silence since the paper was sent, and nothing once it has answered', () => {
    expect(remind({ requests: sent('2026-10-07') })).toEqual({
      kind: 'opco_silence',
      from: '2026-10-07',
    });
    const answered = { answer: 'accepted', answeredOn: '2026-10-08' } as const;
    expect(
      remind({ requests: [{ sentOn: '2026-10-07', receivedOn: null, ...answered }] }),
    ).toBeNull();
  });
});
