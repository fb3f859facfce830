/** What a room may import, beside its own files. */
export interface Room {
  /** Rooms, as values and as types. */
  rooms?: readonly string[]
  /** Rooms, as types alone. */
  types?: readonly string[]
  /** Packages, with what lies under their name. */
  packages?: readonly string[]
}

/** The rooms of the house by their folder: imports point one way, and a library lives in one room. */
export const rooms: Record<string, Room> = {
  'src/base': {},
  'src/contract': { rooms: ['src/base'], packages: ['valibot', '@standard-schema/spec'] },
  'src/client': { rooms: ['src/base', 'src/contract'], packages: ['ky'] },
  'src/state': {
    rooms: ['src/base', 'src/contract', 'src/client'],
    packages: ['@tanstack/query-core', 'zustand', 'papaparse'],
  },
  'src/hooks': { rooms: ['src/base', 'src/contract', 'src/client', 'src/state'], packages: ['react'] },

  'src/messages': { types: ['src/contract'] },
  'src/email': { rooms: ['src/messages'] },
  'src/styles': {},
  'src/primitives': {
    rooms: ['src/base', 'src/messages', 'src/styles'],
    packages: ['react', 'react-dom', '@radix-ui/react-dialog', '@tanstack/react-table'],
  },
  'src/components': {
    rooms: ['src/base', 'src/messages', 'src/styles', 'src/primitives'],
    types: ['src/contract'],
    packages: ['react'],
  },

  'src/page': {
    rooms: ['src/base', 'src/contract', 'src/client', 'src/state', 'src/hooks'].concat([
      'src/messages',
      'src/styles',
      'src/primitives',
      'src/components',
    ]),
    packages: ['react'],
  },

  'backend/core': { rooms: ['src/base', 'src/contract'], types: ['src/email'], packages: ['hono'] },
  'backend/node': {
    rooms: ['src/base', 'src/contract', 'src/messages', 'src/email', 'backend/core'],
    packages: [
      'node:',
      'hono',
      '@hono/node-server',
      'kysely',
      'nodemailer',
      'pg',
      '@electric-sql/pglite',
      'pino',
      '@zxcvbn-ts/language-common',
    ],
  },
  mocks: { rooms: ['src/base', 'src/contract', 'backend/core'], packages: ['msw'] },
}

/** The package's entries, which gather what one room and those below it offer. */
export const entryRooms: Record<string, string> = {
  'src/contract.ts': 'src/contract',
  'src/client.ts': 'src/client',
  'src/email.ts': 'src/email',
  'src/headless.ts': 'src/hooks',
  'src/index.ts': 'src/page',
}
