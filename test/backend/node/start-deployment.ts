import { onTestFinished } from 'vitest'
import { setUpCompany } from '../../../backend/node/commands/set-up-company.ts'
import { readConfig } from '../../../backend/node/config.ts'
import { startServer } from '../../../backend/node/server.ts'

/** The user of a deployment's company, and how they sign in. */
export const person = { email: 'ada@acme.example', password: 'correct horse battery' }

/** Starts a server with a company on an empty database. It stops with the test. */
export async function startDeployment(environment: Record<string, string>) {
  const company = { id: '' }
  const config = readConfig({
    ROSTER_SECRET_KEY: 'k'.repeat(32),
    LOG_LEVEL: 'silent',
    PORT: '0',
    ...environment,
  })
  const started = await startServer({
    config,
    async extend({ database }) {
      Object.assign(company, await setUpCompany(database, { name: 'Acme', ...person }))
      return undefined
    },
  })
  if (started.status === 'elsewhere') throw new Error('a server has no data folder')
  onTestFinished(() => started.stop())
  return { company, address: started.address }
}
