import { appendFileSync } from 'node:fs'

/** What was tried how often, of how often it has to be. */
export interface Reached {
  area: string
  floor: number
  reached: number
  /** What came of it. */
  outcome: string
}

/** Records what a run reached, where `npm run test:deep` asks for it. */
export function reach(reached: Reached): void {
  const file = process.env.ROSTER_DEEP_REPORT
  if (file) appendFileSync(file, `${JSON.stringify(reached)}\n`)
}
