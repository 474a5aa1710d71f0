/** The house: which room may import which, and which packages. One row a room; `walls.test.ts` makes a rule of each. */
export interface Room {
  readonly room: string;
  readonly mayImport: readonly string[];
  /** Packages and Node's own modules (`node:`); `any`: no limit. */
  readonly packages: 'any' | readonly RegExp[];
}

export const ROOMS: readonly Room[] = [
  // intl-messageformat only in domain/words (decision 0008).
  { room: 'domain', mayImport: [], packages: [/^zod$/, /^intl-messageformat$/] },
  { room: 'formats', mayImport: ['domain'], packages: 'any' },
  { room: 'store', mayImport: ['domain'], packages: 'any' },
  { room: 'live', mayImport: ['domain'], packages: [] },
  {
    room: 'operations',
    mayImport: ['domain', 'formats', 'store', 'live'],
    packages: [/^node:/, /^zod$/, /^@node-rs\/argon2$/],
  },
  { room: 'http', mayImport: ['domain', 'operations'], packages: [/^node:/, /^zod$/, /^@remix-run\//] },
  { room: 'ui', mayImport: [], packages: [/^react$/, /^@fontsource/] },
  {
    room: 'features',
    mayImport: ['domain', 'ui'],
    packages: [/^react(-dom)?$/, /^@remix-run\/react$/, /^idb$/, /^@?lexical/],
  },
  {
    room: 'routes',
    mayImport: ['domain', 'features', 'http', 'operations', 'ui'],
    packages: [/^react$/, /^@remix-run\/(node|react)$/],
  },
];

/** The rim: what starts and joins the rooms. It may import any of them; nothing imports it. */
export const RIM = [
  'root.tsx',
  'entry.client.tsx',
  'entry.server.tsx',
  'routes.ts',
  'server.ts',
  'cli.ts',
  'reading.ts',
];

/** Names that would collect everything. */
export const BANNED_NAMES = /^(utils?|helpers?|common|misc|lib|shared|services?)(\.|$)/;
