import { describe, expect, it } from '@jest/globals';
import { accessRoutes, type VaeItemCode } from '../vocabulary.ts';
import { checkVaeItem, listVaeGaps, listVaeItems } from './read-vae-items.ts';

const item = (code: VaeItemCode, settledOn: string | null, reference: string | null = null) => ({
  code,
  settledOn,
  reference,
});
const rules = (...[one, others = []]: [ReturnType<typeof item>, ReturnType<typeof item>[]?]) =>
  checkVaeItem(one, others, '2026-11-23').map(({ rule, path }) => `${rule} ${path}`);

describe('DOMAIN 4.7, W11: a VAE has a checklist of its own', () => {
  it('the request on its Cerfa, the proof, the admissibility, in this order', () => {
    const lines = listVaeItems('vae', [item('application_form', '2026-11-02', 'VAE-118')]);
    expect(lines?.map(({ code, settledOn }) => [code, settledOn])).toEqual([
      ['application_form', '2026-11-02'],
      ['experience_proof', null],
      ['admissibility', null],
    ]);
    expect(lines?.[0]).toMatchObject({
      name: expect.stringContaining('12818*02'),
      reference: 'VAE-118',
      source: 'DOMAIN 4.7, W11',
    });
  });

  it('what nobody has noted is lacking; no other route has a list', () => {
    expect(listVaeGaps('vae', [item('experience_proof', '2026-11-02')])).toEqual([
      'Cerfa 12818*02',
      'recevabilité',
    ]);
    for (const route of accessRoutes.filter((one) => one !== 'vae')) {
      expect(listVaeItems(route, [])).toBeNull();
      expect(listVaeGaps(route, [])).toEqual([]);
    }
  });
});

describe('a piece of a VAE file is noted by a person, with its day', () => {
  it('today at the latest, and a reference not without its day', () => {
    expect(rules(item('experience_proof', '2026-11-23'))).toEqual([]);
    expect(rules(item('experience_proof', '2026-11-24'))).toEqual([
      'vae.settled-by-today /settledOn',
    ]);
    expect(rules(item('experience_proof', null, 'VAE-118'))).toEqual([
      'vae.reference-dated /settledOn',
    ]);
    expect(rules(item('experience_proof', null))).toEqual([]);
  });

  it('admissibility is not pronounced before it is asked for, whichever is noted last', () => {
    const refused = ['vae.admitted-after-request /settledOn'];
    const [asked, admitted] = [
      item('application_form', '2026-11-10'),
      item('admissibility', '2026-11-09'),
    ];
    expect(rules(admitted, [asked])).toEqual(refused);
    expect(rules(asked, [admitted])).toEqual(refused);
    expect(rules(item('admissibility', '2026-11-10'), [asked])).toEqual([]);
  });
});
