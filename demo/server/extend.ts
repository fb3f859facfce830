import { fileURLToPath } from 'node:url'
import type { Fetch, Parts } from '../../backend/node/service.ts'
import { fillOnce } from '../seed/fill-once.ts'
import { alone } from './alone.ts'
import { createTables, type DemoSchema } from './conversations/tables.ts'
import { servePages } from './pages.ts'
import { answerDemo } from './routes.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Adds the dashboard to a backend: its tables, the first content of an empty database, its API and its pages. */
export async function extendWithDemo({ store, accounts, database, backend }: Parts): Promise<Fetch> {
  const db = database.db.withTables<DemoSchema>()
  await alone(database, async () => {
    await createTables(db)
    await fillOnce({ store, db, accounts }, new Date())
  })
  const pages = servePages(dist)
  return async (request) =>
    new URL(request.url).pathname.startsWith('/demo/') ? answerDemo(backend, db, request) : pages(request)
}
