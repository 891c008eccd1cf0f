// Who may import whom. Each rule says why; `npm run check` refuses a commit that breaks one.
const testFiles = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other cannot be understood, tested or moved one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is forgotten work.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          testFiles,
          '^ops/exit-with-parent\\.mjs$',
          '^tests/support/global-teardown\\.mjs$',
          '^apps/[^/]+/[^/]+\\.config\\.',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'An import that points nowhere would only fail when that line runs.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-stands-alone',
      comment:
        'The rules are plain functions, data in and decision out: no I/O, no framework, no clock. ' +
        'Calendar arithmetic (temporal-polyfill) is all they borrow.',
      severity: 'error',
      from: { path: '^packages/domain/', pathNot: testFiles },
      to: { pathNot: ['^packages/domain/', 'node_modules/temporal-(polyfill|spec|utils)/'] },
    },
    {
      name: 'planner-knows-domain-only',
      comment:
        'The planner turns rules into a model and a model into a plan: it may name the domain and ' +
        'the solver, never who asks nor where a plan is kept.',
      severity: 'error',
      from: { path: '^packages/planner/', pathNot: testFiles },
      to: { pathNot: ['^packages/(planner|domain)/', 'node_modules/(highs|pure-rand)/'] },
    },
    {
      name: 'contract-knows-domain-only',
      comment:
        'The browser and the API both load the contract: it may name domain words and zod schemas, ' +
        'nothing that only one side can run.',
      severity: 'error',
      from: { path: '^packages/contract/', pathNot: testFiles },
      to: { pathNot: ['^packages/(contract|domain)/', 'node_modules/zod/'] },
    },
    {
      name: 'api-and-web-meet-in-the-contract',
      comment: 'Either side can be replaced; what they share is written in the contract.',
      severity: 'error',
      from: { path: '^apps/(api|web)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'api-platform-knows-no-module',
      comment:
        'Modules stand on the platform (login, database, audit, jobs, documents, mail). A platform ' +
        'that knew one of them would have to change with it.',
      severity: 'error',
      from: { path: '^apps/api/src/(http|auth|db|audit|jobs|documents|mail|ops|clock)/' },
      to: { path: '^apps/api/src/modules/' },
    },
    {
      name: 'only-db-touches-the-database',
      comment:
        'db.run and db.read are the one door: they set the centre for row-level security and the ' +
        'role. A second door would be a way round both.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '^apps/api/src/db/' },
      to: { path: ['node_modules/(@prisma/|pg/|@types/pg/)', '^apps/api/src/db/generated/'] },
    },
    {
      name: 'web-lib-is-the-floor',
      comment: 'lib is used by every screen; it must not know any of them.',
      severity: 'error',
      from: { path: '^apps/web/src/lib/' },
      to: { path: '^apps/web/src/(components|features|routes)/' },
    },
    {
      name: 'web-components-know-no-feature',
      comment: 'A component that knows a feature is a part of that feature: move it there.',
      severity: 'error',
      from: { path: '^apps/web/src/components/' },
      to: { path: '^apps/web/src/(features|routes)/' },
    },
    {
      name: 'web-features-stay-apart',
      comment:
        'Each feature is loaded with its own pages; what two of them need goes down into components ' +
        'or lib.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-features-know-no-route',
      comment: 'Routes choose the feature to show, never the reverse.',
      severity: 'error',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/routes/' },
    },
    {
      name: 'nothing-ships-a-test',
      comment: 'Code that runs in a centre must not need what only tests install.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: testFiles },
      to: { path: ['^tests/', testFiles] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^apps/api/src/db/generated/'] },
    exclude: { path: ['(^|/)(dist|dist-types|\\.artifacts)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // `source` leads from a package's name to its TypeScript, whether or not it is built.
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
