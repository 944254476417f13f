// Who may import whom: the table of src/README.md. A row says what a room may reach; anything else is refused.
const room = name => (name === 'adapters' ? '^adapters/' : `^src/${name}(/|\\.ts$)`)

const table = {
  base: [],
  content: ['base'],
  platform: ['content', 'base'],
  calendar: ['base'],
  pictures: ['base'],
  sheets: ['pictures', 'base'],
  store: ['pictures', 'sheets', 'base'],
  engine: ['store', 'base'],
  context: ['store', 'engine', 'content', 'calendar', 'base'],
  commands: ['content', 'base'],
  outbox: ['store', 'engine', 'context', 'content', 'platform', 'base'],
  corridor: ['outbox', 'engine', 'store', 'context', 'base', 'features/feature'],
  inbox: ['corridor', 'commands', 'context', 'store', 'engine', 'platform', 'content', 'base', 'features/feature'],
  schedule: ['corridor', 'calendar', 'store', 'engine', 'context', 'base', 'features/feature'],
  features: ['context', 'store', 'pictures', 'sheets', 'content', 'calendar', 'commands', 'base'],
  web: ['features', 'schedule', 'calendar', 'store', 'content', 'context', 'base'],
  demo: ['features', 'corridor', 'schedule', 'store', 'context', 'content', 'calendar', 'base'],
  adapters: ['platform', 'content', 'base'],
}

/** A feature may use those after it in its row, never the other way round. */
const layers = {
  team: [],
  privacy: ['team'],
  metrics: ['team'],
  targets: ['metrics', 'team', 'reports/line'],
  wins: ['metrics', 'team', 'reports/line'],
  kudos: ['team'],
  anniversaries: ['team'],
  forms: ['metrics', 'team', 'reports/line'],
  rounds: ['forms', 'metrics', 'team'],
  reports: ['wins', 'targets', 'rounds', 'forms', 'metrics', 'privacy', 'team'],
  timeliness: ['reports', 'rounds', 'forms', 'metrics', 'team'],
  boards: ['targets', 'metrics', 'privacy', 'team'],
  entries: ['metrics', 'team', 'reports/line'],
  disputes: ['entries', 'boards', 'targets', 'metrics', 'team', 'reports/line'],
  champions: ['boards', 'targets', 'metrics', 'team'],
  praise: ['champions', 'wins', 'boards', 'reports', 'rounds', 'forms', 'targets', 'metrics', 'team'],
  contests: ['boards', 'targets', 'metrics', 'team', 'reports/line'],
  rewards: ['contests', 'targets', 'metrics', 'team', 'reports/line'],
  nudges: ['reports', 'rounds', 'forms', 'metrics', 'team'],
  coaching: ['nudges', 'boards', 'reports', 'rounds', 'forms', 'targets', 'metrics', 'team'],
  digests: ['nudges', 'reports', 'rounds', 'forms', 'metrics', 'team'],
  overview: ['digests', 'boards', 'nudges', 'reports', 'rounds', 'forms', 'targets', 'metrics', 'team'],
  summaries: [
    ...[
      'overview',
      'champions',
      'praise',
      'rewards',
      'kudos',
      'wins',
      'digests',
      'boards',
      'nudges',
      'reports',
      'rounds',
      'forms',
    ],
    ...['targets', 'metrics', 'team'],
  ],
  reviews: ['kudos', 'nudges', 'boards', 'reports', 'rounds', 'forms', 'targets', 'metrics', 'privacy', 'team'],
  fairness: ['nudges', 'reports', 'rounds', 'forms', 'metrics', 'privacy', 'team'],
  mirror: ['reports', 'rounds', 'forms', 'metrics', 'team'],
  linking: ['team'],
  settings: ['team'],
  dialogue: ['team', 'reports/line'],
  help: ['team'],
}

const rooms = Object.entries(table).map(([from, to]) => ({
  name: `room-${from}`,
  severity: 'error',
  from: { path: room(from), pathNot: '^src/web/pages/' },
  to: { path: '^(src|adapters)/', pathNot: [from, ...to].map(room) },
}))

const shape = '^src/features/(feature|events|setting|setting-kinds)\\.ts$'
const features = Object.entries(layers).map(([from, to]) => ({
  name: `feature-${from}`,
  severity: 'error',
  from: { path: `^src/features/${from}/`, pathNot: '^src/features/reports/line/' },
  to: { path: '^src/features/', pathNot: [shape, ...[from, ...to].map(name => `^src/features/${name}/`)] },
}))

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'one-database-client',
      severity: 'error',
      from: { pathNot: '^(src/store/|src/outbox/|src/features/|prisma/)' },
      to: { path: '^prisma/client/' },
    },
    ...rooms,
    ...features,
  ],
  options: {
    doNotFollow: { path: 'node_modules|prisma/client' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'] },
  },
}
