/**
 * Who may import whom. One rule a room: what it may reach; everything else is refused.
 * The table of the README is this file in words.
 */
const packages = 'node_modules/'

/** `room` may reach only what `allowed` matches; node's own modules are listed as core. */
function only(name, room, allowed, comment, { core = true, except } = {}) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: room, ...(except && { pathNot: except }) },
    to: { pathNot: allowed, ...(core && { dependencyTypesNot: ['core'] }) },
  }
}

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-declared-packages',
      severity: 'error',
      // Routes are declared and migrations generated when the product is built, not when it runs.
      from: { path: '^(app|db|search)/', pathNot: '^(app/routes|db/drizzle\\.config)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    only('domain', '^app/domain/', ['^app/domain/', `${packages}zod/`], 'pure rules: no IO, no clock', {
      core: false,
    }),
    only(
      'db',
      '^db/',
      ['^db/', '^app/domain/', `${packages}(drizzle-orm|drizzle-kit|postgres|graphile-worker|zod)/`],
      'rows and queries; the launcher of the built-in server',
      { except: '^db/seed/' },
    ),
    only(
      'search',
      '^search/',
      [
        '^search/',
        '^app/domain/',
        '^db/(client|schema/(search|concepts))\\.ts$',
        `${packages}(meilisearch|drizzle-orm|postgres|pinyin-pro|@node-rs/jieba|opencc-js|zod)/`,
      ],
      'engines over the Db type and their own table',
    ),
    only(
      'services',
      '^app/services/',
      [
        '^app/services/',
        '^app/domain/',
        '^db/queries/',
        '^db/client\\.ts$',
        '^search/(engine|documents|concepts|concept-index)\\.ts$',
        `${packages}(zod|uuid|lucia|@lucia-auth|@node-rs/argon2|rate-limiter-flexible|otpauth|@simplewebauthn/server|@zxcvbn-ts|pino|yauzl|@types/yauzl|sharp|saxes|sax|fflate|csv-parse|unpdf|aws4fetch|ml-matrix)/`,
      ],
      'verbs; no pages, no HTTP, no words',
    ),
    only(
      'http',
      '^app/http/',
      [
        '^app/(http|services|domain|i18n)/',
        '^app/paths\\.ts$',
        '^db/client\\.ts$',
        '^search/(open|engine)\\.ts$',
        packages,
      ],
      'the edge and the composition of a request',
    ),
    only(
      'ui',
      '^app/ui/',
      [
        '^app/(ui|domain|i18n)/',
        '^app/paths\\.ts$',
        `${packages}(react|react-dom|@types/react|@types/react-dom|radix-ui|@radix-ui|@remix-run/react|@conform-to|@simplewebauthn/browser|uqr|zod)/`,
      ],
      'components without data access',
      { core: false },
    ),
    only('i18n', '^app/i18n/', ['^app/(i18n|domain)/'], 'words and formats', { core: false }),
    only(
      'routes',
      '^app/routes/',
      [
        '^app/(services|http|ui|domain|i18n)/',
        '^app/paths\\.ts$',
        `${packages}(react|@types/react|@remix-run|@conform-to|zod)/`,
      ],
      'thin pages: no database, no search, no other route',
    ),
    {
      name: 'spoken-on-the-server',
      comment:
        'speak.ts says a view in words for a loader; drawn from a component it would send its tables along',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/routes/' },
      to: { path: '^app/ui/.+/speak\\.ts$' },
    },
    {
      name: 'scripts-and-tests-are-ends',
      severity: 'error',
      from: { path: '^(app|db|search)/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'scripts-need-no-tests',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^tests/' },
    },
    {
      name: 'lucia-behind-one-file',
      severity: 'error',
      from: { path: '^(app|db|search)/', pathNot: '^app/services/accounts/session\\.ts$' },
      to: { path: `${packages}(lucia|@lucia-auth)/` },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
