import { fileURLToPath } from 'node:url'
import type { Extension, Parts } from '../../backend/node/service.ts'
import { fillOnce } from '../seed/fill-once.ts'
import { alone } from './alone.ts'
import { openConversations } from './conversations/open-conversations.ts'
import { createTables, type DemoSchema } from './conversations/tables.ts'
import { servePages } from './pages.ts'
import { answerDemo } from './routes.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Adds the dashboard to a backend: its tables, the first content of an empty database, its API and its pages. */
export async function extendWithDemo({ store, accounts, database, backend }: Parts): Promise<Extension> {
  const db = database.db.withTables<DemoSchema>()
  await alone(database, async () => {
    await createTables(db)
    await fillOnce({ store, db, accounts }, new Date())
  })
  const pages = servePages(dist)
  return {
    fetch: async (request) =>
      new URL(request.url).pathname.startsWith('/demo/') ? answerDemo(backend, db, request) : pages(request),
    content: openConversations(db),
  }
}
