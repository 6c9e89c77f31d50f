// The layers of the map (docs/architecture.md, "The map"), enforced.

/** Tests beside what they test: they may know what tests share, and what stands on floors above. */
const tests = '\\.test\\.ts$';

/** Modules of main/, the ground floor first: each may know those of the lines above it, none beside it, and itself. */
const floors = [
  ['ports', 'results', 'textFormats'],
  ['platform'],
  ['audit', 'gateway', 'earshotLinks', 'log'],
  ['notes', 'rules', 'store', 'worklist'],
  ['settings'],
  ['alerts', 'diagnostics', 'inspection', 'pageNotices', 'queues', 'roster', 'session', 'statistics', 'trust'],
  ['listen'],
  // Composes the others.
  ['app'],
];

/** The same for the page: what knows no screen, then the screens. */
const pageFloors = [
  ['bridge', 'i18n', 'keys'],
  ['clock'],
  ['model'],
  ['ui'],
  ['certificate', 'links', 'listen', 'overview'],
  ['alerts', 'forcing'],
  ['details', 'diagnostics', 'alert-window'],
  ['audit', 'notes', 'roster', 'rules', 'statistics', 'worklist'],
  ['settings', 'wallboard'],
  ['sign-in'],
  ['shell'],
];

const nobodyLooksUp = [
  ['main', floors],
  ['renderer', pageFloors],
].flatMap(([folder, all]) =>
  all.map((floor, level) => ({
    name: `nobody-looks-up-from-${folder}-${floor[0]}`,
    severity: 'error',
    from: { path: `^${folder}/(${floor.join('|')})/`, pathNot: tests },
    to: { path: `^${folder}/(${all.slice(level).flat().join('|')})/`, pathNot: `^${folder}/$1/` },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'electron-only-in-its-host',
      comment: 'The application runs under every host; only the Electron host and the preload script know Electron.',
      severity: 'error',
      from: { path: '^(main|contract|renderer|simulator)/', pathNot: '^main/electron/' },
      to: { path: '(^|/)(electron|electron-store)(/|$)', pathNot: '^(scripts|test)/' },
    },
    {
      name: 'modules-do-not-know-their-hosts',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/(electron|web)/' },
      to: { path: '^main/(electron|web)/' },
    },
    { name: 'hosts-are-apart', severity: 'error', from: { path: '^main/web/' }, to: { path: '^main/electron/' } },
    { name: 'hosts-are-apart-2', severity: 'error', from: { path: '^main/electron/' }, to: { path: '^main/web/' } },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^contract/', pathNot: tests },
      to: { pathNot: '^contract/|node_modules/zod/' },
    },
    {
      name: 'renderer-knows-the-contract-only',
      severity: 'error',
      from: { path: '^renderer/', pathNot: 'vite\\.config\\.ts$' },
      to: { path: '^(main|preload|simulator|scripts)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: `vite\\.config\\.ts$|${tests}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-does-not-know-the-renderer',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(renderer|preload|simulator|scripts)/', pathNot: 'vite\\.config\\.ts$' },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: '^preload/', pathNot: 'vite\\.config\\.ts$' },
      to: { pathNot: '^contract/|^preload/|(^|/)electron(/|$)' },
    },
    {
      name: 'simulator-reads-the-protocol-for-itself',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(main|contract|renderer|preload|scripts)/' },
    },
    {
      name: 'product-does-not-know-tests-or-scripts',
      severity: 'error',
      from: { path: '^(main|contract|renderer|preload|simulator)/', pathNot: tests },
      to: { path: '^(test|scripts)/' },
    },
    { name: 'nobody-knows-a-test', severity: 'error', from: {}, to: { path: tests } },
    {
      name: 'trust-knows-gateway-and-store',
      severity: 'error',
      from: { path: '^main/trust/' },
      to: { path: '^main/(session|roster|listen|alerts|log)/' },
    },
    {
      name: 'listen-acts-in-the-session-and-knows-no-more',
      severity: 'error',
      from: { path: '^main/listen/' },
      to: { path: '^main/(roster|alerts|trust)/' },
    },
    {
      name: 'inspection-knows-gateway-and-audit',
      severity: 'error',
      from: { path: '^main/inspection/' },
      to: { path: '^main/(roster|alerts|trust|session|listen|settings|log|diagnostics)/' },
    },
    {
      name: 'alerts-are-a-function-of-the-state',
      severity: 'error',
      from: { path: '^main/alerts/' },
      to: { path: '^main/(trust|session|roster|listen|settings)/' },
    },
    {
      name: 'notes-are-told-what-happens',
      severity: 'error',
      from: { path: '^main/notes/' },
      to: { path: '^main/(gateway|trust|session|roster|listen|inspection|alerts|settings|log|diagnostics)/' },
    },
    {
      name: 'the-worklist-is-told-what-happens',
      severity: 'error',
      from: { path: '^main/worklist/' },
      to: { path: '^main/(gateway|trust|session|roster|listen|inspection|alerts|settings|log|diagnostics)/' },
    },
    {
      name: 'rules-are-told-what-is-so',
      severity: 'error',
      from: { path: '^main/rules/' },
      to: { path: '^main/(gateway|trust|session|roster|queues|listen|inspection|alerts|settings|log|diagnostics)/' },
    },
    {
      name: 'statistics-sum-up-what-they-are-handed',
      severity: 'error',
      from: { path: '^main/statistics/' },
      to: { path: '^main/(gateway|trust|session|roster|listen|inspection|alerts|settings|log|diagnostics)/' },
    },
    {
      name: 'diagnostics-are-handed-what-they-try',
      severity: 'error',
      from: { path: '^main/diagnostics/' },
      to: { path: '^main/(trust|session|roster|listen|alerts|settings|log)/' },
    },
    { name: 'nothing-lies-loose-in-main', severity: 'error', from: {}, to: { path: '^main/[^/]+\\.ts$' } },
    ...nobodyLooksUp,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
