import { fileURLToPath } from 'node:url'
import type { Fetch, Parts } from '../../backend/node/service.ts'
import { seed } from '../seed/seed.ts'
import { alone } from './alone.ts'
import { createTables, type DemoSchema } from './conversations/tables.ts'
import { servePages } from './pages.ts'
import { answerDemo } from './routes.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Makes a dashboard of a backend: its tables, its first content in an empty database, its API and its pages. */
export async function extendWithDemo({ store, accounts, database, backend }: Parts): Promise<Fetch> {
  const db = database.db.withTables<DemoSchema>()
  await alone(database, async () => {
    await createTables(db)
    const company = await database.db.selectFrom('companies').select('id').limit(1).executeTakeFirst()
    if (company) return
    console.log('Filling the empty database …')
    await seed({ store, db, accounts }, new Date())
  })
  const pages = servePages(dist)
  return async (request) =>
    new URL(request.url).pathname.startsWith('/demo/') ? answerDemo(backend, db, request) : pages(request)
}
