import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans as leMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import type { KnownEnrolment, KnownPerson } from './known-person.ts';
import { planLearnerImport } from './plan-learner-import.ts';
import { blankLearnerRow, type LearnerRow } from './read-learner-row.ts';

const defaults = {
  profile: 'school_leaver',
  route: 'continuing_training',
  funder: 'opco_ep',
  startsOn: '2026-10-05',
} as const;
const lina: Partial<LearnerRow> = {
  birthName: 'Abadie',
  givenName: 'Lina',
  birthDate: '1994-03-08',
  email: 'lina@exemple.fr',
  diplomaLevel: 4,
};
const linaKnown: KnownPerson = {
  id: 'p1',
  birthName: 'Abadie',
  givenName: 'Lina',
  birthDate: '1994-03-08',
  email: 'lina@exemple.fr',
  record: {
    birthName: 'Abadie',
    givenName: 'Lina',
    birthDate: '1994-03-08',
    email: 'lina@exemple.fr',
    phone: '06 12 34 56 78',
    usageName: null,
  },
  enrolment: {
    id: 'e1',
    state: 'active',
    endsOn: null,
    recorded: [],
    pathLength: 0,
    record: { ...defaults, diplomaLevel: 4, experienceYears: 0 },
  },
  employments: [
    {
      id: 'm1',
      endsOn: null,
      hasTutor: true,
      record: { employerName: 'Cabinet Ferrand', siret: null, hireDate: '2026-09-01' },
    },
  ],
  tutoring: [],
};
const enrolled = linaKnown.enrolment as KnownEnrolment;
const inTime = { cohortState: 'running', held: [] } as const;
const span = { name: 'Automne 2026', startsOn: '2025-04-01', endsOn: '2027-10-04' };
function plan(rows: Partial<LearnerRow>[], known: KnownPerson[] = [], more = {}) {
  return planLearnerImport({
    rows: rows.map((row, index) => ({
      line: index + 2,
      cells: [],
      row: { ...blankLearnerRow, ...row },
      problems: [],
    })),
    known,
    framework: leMans,
    defaults,
    today: '2026-11-23',
    context: { ...inTime, versions: [leMans], cohortEndsOn: '2027-10-04', span },
    tutorAnswers: new Map(),
    birthDateAnswers: new Map(),
    ...more,
  });
}
const first = (row: Partial<LearnerRow>, known: KnownPerson[] = [linaKnown], more = {}) =>
  plan([row], known, more)[0];

describe('what a line of the file does', () => {
  it('makes a learner whom nobody knows, with the defaults of the file', () => {
    const planned = first(lina, []);
    expect(planned?.outcome).toBe('new');
    expect(planned?.row).toMatchObject(defaults);
  });

  it('changes nothing when all is known already', () => {
    expect(first(lina)?.outcome).toBe('unchanged');
  });

  it('rewrites no name when the two columns are exchanged, and says so', () => {
    const exchanged = { ...lina, birthName: 'LINA', givenName: 'Abadie' };
    const planned = first(exchanged);
    expect([planned?.outcome, planned?.name, planned?.changes]).toEqual([
      'unchanged',
      'Abadie Lina',
      [],
    ]);
    expect(planned?.warnings).toEqual([
      expect.stringContaining('Nom et prénom sont échangés par rapport à la personne déjà connue'),
    ]);
    expect(planned?.kept).toEqual([
      'Noms échangés dans le fichier, non repris : le prénom reste Lina, le nom Abadie.',
    ]);
    const moved = first({ ...exchanged, email: 'lina.abadie@exemple.fr' });
    expect(moved?.changes.map(({ field }) => field)).toEqual(['email']);
    expect([first(lina)?.warnings, first(lina)?.kept]).toEqual([[], []]);
  });

  it('shows what it changes, before and after', () => {
    const planned = first({ ...lina, email: 'lina.abadie@exemple.fr', birthDate: '1994-03-08' });
    expect(planned?.outcome).toBe('changed');
    expect(planned?.changes).toEqual([
      { field: 'email', label: 'Mail', from: 'lina@exemple.fr', to: 'lina.abadie@exemple.fr' },
    ]);
  });

  it('the same mail and names with another birth date: a person says which one is right', () => {
    const corrected = { ...lina, birthDate: '1994-08-03' };
    const plan = (right?: 'file' | 'known') =>
      first(corrected, [linaKnown], {
        birthDateAnswers: new Map(right ? [[String(lina.email), right]] : []),
      });
    const asked = plan();
    expect(asked?.outcome).toBe('error');
    expect(asked?.problems).toEqual([
      { field: 'birthDate', message: expect.stringContaining('Laquelle est juste ?') },
    ]);
    expect(asked?.birthDate).toMatchObject({ inFile: '1994-08-03', answer: null });
    expect(plan('file')?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['birthDate', '03/08/1994'],
    ]);
    expect(plan('known')?.outcome).toBe('unchanged');
  });

  it('a blank cell erases nothing', () => {
    expect(first({ ...lina, phone: null })?.outcome).toBe('unchanged');
  });

  it('capitals, lost accents and spaces in a number are no change', () => {
    const shouted = { ...lina, birthName: 'ABADIE', givenName: 'LINA', phone: '0612345678' };
    expect(first(shouted)?.outcome).toBe('unchanged');
  });

  it('enrols a person who is known without an enrolment here', () => {
    const planned = first(lina, [{ ...linaKnown, enrolment: null }]);
    expect(planned).toMatchObject({ outcome: 'new', person: { id: 'p1' } });
  });

  it('recognises an employer by name or SIRET, adds another one', () => {
    const employer = { ...lina, employerName: 'CABINET FERRAND', hireDate: '2026-09-01' };
    expect(first(employer)).toMatchObject({ outcome: 'unchanged', employmentId: 'm1' });
    const withSiret = { ...employer, siret: '73282932000074' };
    expect(first(withSiret)?.changes.map(({ field }) => field)).toEqual(['siret']);
    const second = { ...lina, employerName: 'MSP du Maine', hireDate: '2027-01-04' };
    expect(first(second)).toMatchObject({ outcome: 'changed', isNewEmployment: true });
  });
});

describe('an employer whom nobody knows is told, for it may be a known one spelt otherwise', () => {
  const respelt = {
    ...lina,
    employerName: 'Cabinet Ferrant',
    hireDate: '2026-09-01',
    tutorGivenName: 'Hélène',
    tutorBirthName: 'Ferrand',
    tutorEmail: 'h.ferrand@exemple.fr',
  };

  it('beside the employers of the person, with the tutor and what the deadlines start from', () => {
    expect(first(respelt)?.additions).toEqual([
      'Nouvel employeur : Cabinet Ferrant, en plus de Cabinet Ferrand ; tuteur Ferrand Hélène. Ses délais partent de l’embauche du 1er septembre 2026. Si c’est le même employeur, écrivez son nom comme dans le dossier.',
    ]);
  });

  it('alone when the person has none, and not said of somebody new', () => {
    const [said] = first(respelt, [{ ...linaKnown, employments: [] }])?.additions ?? [];
    expect(said).toMatch(/^Nouvel employeur : Cabinet Ferrant ; tuteur Ferrand Hélène\. /);
    expect(said).not.toContain('même employeur');
    expect(first(respelt, [])?.additions).toEqual([]);
  });
});

describe('a line that cannot be taken says why', () => {
  const problemOf = (row: Partial<LearnerRow>, known?: KnownPerson[], more = {}) =>
    first(row, known, more)?.problems[0];

  it('entry conditions not met, without a motive', () => {
    const secretary = {
      ...lina,
      profile: 'medical_secretary_uncertified',
      experienceYears: 0,
    } as const;
    expect(problemOf(secretary, [])?.message).toContain('Motif d’entrée');
    expect(problemOf({ ...secretary, entryMotive: 'Accord CPNEFP' }, [])).toBeUndefined();
  });

  it('an access route that is closed', () => {
    expect(problemOf({ ...lina, route: 'apprenticeship' }, [])?.field).toBe('route');
  });

  it('an access route that cannot be read is said once, though no route stands', () => {
    const [planned] = planLearnerImport({
      rows: [
        {
          line: 2,
          cells: [],
          row: { ...blankLearnerRow, ...lina },
          problems: [{ field: 'route', message: '« Alternance » n’est pas dans la liste.' }],
        },
      ],
      known: [],
      framework: leMans,
      defaults: { ...defaults, route: null },
      today: '2026-11-23',
      context: { ...inTime, versions: [leMans], cohortEndsOn: '2027-10-04', span },
      tutorAnswers: new Map(),
      birthDateAnswers: new Map(),
    });
    expect(planned?.problems).toEqual([
      { field: 'route', message: '« Alternance » n’est pas dans la liste.' },
    ]);
  });

  it('no access route on the line nor for the file', () => {
    const none = { defaults: { ...defaults, route: null } };
    expect(problemOf(lina, [], none)?.field).toBe('route');
  });

  it('a mail that belongs to someone else', () => {
    const karim = { birthName: 'Haddad', givenName: 'Karim', email: 'lina@exemple.fr' };
    expect(problemOf({ ...karim, birthDate: '1980-01-01' })?.field).toBe('email');
  });

  it('a namesake without a birth date', () => {
    const namesake = { ...lina, birthDate: null, email: 'autre@exemple.fr' };
    expect(problemOf(namesake)?.message).toContain('départager');
  });

  it('enrolment.course-open: another access route or entry for a course that is over', () => {
    const left = {
      ...linaKnown,
      enrolment: {
        ...enrolled,
        state: 'withdrawn' as const,
      },
    };
    expect(problemOf({ ...lina, route: 'jobseeker_poec_pic' }, [left])).toMatchObject({
      field: 'route',
      message: expect.stringContaining('Cette formation est abandonnée'),
    });
    expect(problemOf({ ...lina, funder: 'region' }, [left])).toBeUndefined();
  });

  describe('enrolment.route-in-its-period: Pro-A until 31/12/2025, reconversion since 01/02/2026', () => {
    const employer = { employerName: 'Cabinet Ferrand', hireDate: '2019-05-06' };
    const avenant = { ...employer, contractStartsOn: '2025-12-15' };

    it('a new Pro-A is refused at the route, but where the line gives its avenant', () => {
      const proA = { ...lina, route: 'pro_a' as const, startsOn: '2026-03-02' };
      expect(problemOf({ ...proA, ...employer }, [])).toMatchObject({
        field: 'route',
        message: expect.stringContaining('La Pro-A a pris fin le 31 décembre 2025'),
      });
      expect(problemOf({ ...proA, ...avenant }, [])).toBeUndefined();
    });

    it('the contract kept of whom the centre knows counts where the line gives none', () => {
      const proA = { ...lina, route: 'pro_a' as const };
      expect(problemOf(proA, [linaKnown])?.field).toBe('route');
      const kept = { id: 'm1', endsOn: null, record: avenant };
      expect(problemOf(proA, [{ ...linaKnown, employments: [kept] }])).toBeUndefined();
    });

    it('an entry kept as it was is told, and never refused', () => {
      const kept = { ...enrolled, record: { ...enrolled.record, route: 'pro_a' as const } };
      const planned = first({ ...lina, experienceYears: 3 }, [{ ...linaKnown, enrolment: kept }]);
      expect(planned?.problems).toEqual([]);
      expect(planned?.warnings.join()).toContain('La Pro-A a pris fin');
    });
  });

  it('enrolment.entry-before-record: an entry beyond what was recorded, or beyond the end (DOMAIN 12)', () => {
    const recorded = [{ kind: 'presence', on: '2026-10-12' }] as const;
    const followed = [{ ...linaKnown, enrolment: { ...enrolled, recorded, endsOn: '2026-10-31' } }];
    expect(problemOf({ ...lina, startsOn: '2026-10-19' }, followed)).toEqual({
      field: 'startsOn',
      message:
        'Une présence est notée le 12 octobre 2026 : l’entrée en formation ne peut pas la suivre.',
    });
    expect(problemOf({ ...lina, startsOn: '2026-10-12' }, followed)).toBeUndefined();
    const ended = [{ ...linaKnown, enrolment: { ...enrolled, endsOn: '2026-10-31' } }];
    expect(problemOf({ ...lina, startsOn: '2026-11-02' }, ended)?.field).toBe('startsOn');
  });

  it('employment.duty-after-hire: what the file says and what is known are judged together', () => {
    const [job] = linaKnown.employments;
    const record = { ...job?.record, dutyStartOn: '2026-09-15' };
    const employments = [{ id: 'm1', endsOn: '2027-03-31', record }];
    const row = { ...lina, employerName: 'Cabinet Ferrand' };
    const known = [{ ...linaKnown, employments }];
    expect(problemOf({ ...row, hireDate: '2026-09-14' }, known)).toBeUndefined();
    expect(problemOf({ ...row, hireDate: '2026-09-21' }, known)?.field).toBe('dutyStartOn');
  });

  it('enrolment.cohort-open: a completed cohort takes nobody (DOMAIN 12)', () => {
    const over = { ...inTime, cohortState: 'completed' as const };
    const context = { ...over, versions: [leMans], cohortEndsOn: '2027-10-04', span };
    expect(problemOf(lina, [], { context })?.message).toContain('n’accueille plus personne');
    expect(problemOf(lina, [linaKnown], { context })).toBeUndefined();
  });

  it('a birth date to come', () => {
    expect(problemOf({ ...lina, birthDate: '2027-01-01' }, [])?.field).toBe('birthDate');
  });

  it('the same person twice in the file', () => {
    const [, again] = plan([lina, { ...lina, givenName: 'LINA' }]);
    expect(again?.problems[0]?.message).toContain('Même personne que la ligne 2');
  });

  it('one mail for two people of the file', () => {
    const karim = { ...lina, birthName: 'Haddad', givenName: 'Karim', birthDate: '1980-01-01' };
    expect(plan([lina, karim])[1]?.problems[0]?.message).toContain('celle de la ligne 2');
  });
});

describe('what a line leaves to verify, and never refuses', () => {
  const secretary = { ...lina, profile: 'medical_secretary_uncertified' } as const;

  it('DOMAIN 5.1: experience that nobody has said is to verify, not zero', () => {
    expect(first({ ...secretary, experienceYears: null }, [])).toMatchObject({
      outcome: 'new',
      warnings: [
        'À vérifier : Il faut 1 an d’expérience comme secrétaire médicale : demandez les bulletins de paye.',
      ],
    });
    expect(first({ ...secretary, experienceYears: 0 }, [])?.outcome).toBe('error');
    expect(first({ ...secretary, experienceYears: 1 }, [])?.warnings).toEqual([]);
  });

  it('DOMAIN 7: hours and dates that do not suit the access route', () => {
    const context = { ...inTime, versions: [leMans], cohortEndsOn: '2027-04-04', span };
    const [warning] =
      first({ ...lina, route: 'professional_contract' }, [], { context })?.warnings ?? [];
    expect(warning).toContain('au-delà de 25 %, il faut un accord de branche');
  });

  it('W3: an entry before its hiring is said, one outside of the cohort is refused', () => {
    const employer = {
      employerName: 'Cabinet Ferrand',
      hireDate: '2026-11-02',
      contractKind: 'permanent',
    } as const;
    expect(first({ ...lina, ...employer }, [])?.warnings.join(' ')).toContain(
      'L’entrée du 5 octobre 2026 précède l’embauche du 2 novembre 2026',
    );
    const planned = first({ ...lina, startsOn: '2020-06-01' }, []);
    expect(planned?.outcome).toBe('error');
    expect(planned?.problems).toEqual([
      { field: 'startsOn', message: expect.stringContaining('commence le 1er avril 2025') },
    ]);
    expect(first({ ...lina, startsOn: '2028-01-03' }, [])?.outcome).toBe('error');
  });

  it('DOMAIN 4.7: a change to VAE says that the path goes', () => {
    const followed = [{ ...linaKnown, enrolment: { ...enrolled, pathLength: 14 } }];
    expect(first({ ...lina, route: 'vae' }, followed)?.warnings).toContain(
      'VAE : sans formation, le parcours est effacé (14 modules et évaluations). Ce qui a été suivi reste noté.',
    );
    expect(
      first({ ...lina, route: 'jobseeker_poec_pic' }, followed)?.warnings.join(),
    ).not.toContain('effacé');
  });

  it('DOMAIN 3.3: an entry on a day when the certification is not registered', () => {
    const planned = first({ ...lina, startsOn: '2025-05-05' }, []);
    expect(planned?.outcome).toBe('new');
    expect(planned?.warnings.join(' ')).toContain('n’est enregistrée qu’à partir du 25 juin 2025');
  });

  it('a contract of the file is judged as in the form (DOMAIN 7, S0:L212, W28)', () => {
    const employer = { employerName: 'Cabinet Ferrand', hireDate: '2026-09-01' };
    const told = (more: Partial<LearnerRow>) => first({ ...lina, ...employer, ...more }, []);
    expect(told({ contractKind: 'fixed_term' })?.warnings.join()).toContain('salariés en CDI');
    expect(told({ contractKind: null })?.warnings.join()).toContain('n’est pas renseignée');
    expect(told({ contractKind: 'permanent' })?.warnings).toEqual([]);
    const contractKind = 'professional_fixed_term' as const;
    expect(told({ contractKind, contractEndsOn: '2029-10-01' })?.problems).toMatchObject([
      { field: 'contractEndsOn', message: expect.stringContaining('dépasse 36 mois') },
    ]);
    expect(told({ contractEndsOn: '2026-08-31' })?.problems).toMatchObject([
      { field: 'contractEndsOn' },
    ]);
  });
});
