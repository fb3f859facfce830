import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type Vitest } from 'vitest/node'
import type { Fault } from './fault.ts'

/** Tests to run, with a fault or without. */
export interface Task {
  tests: string[]
  fault?: Pick<Fault, 'file' | 'from' | 'to'>
}

/** The names of the tests that failed. */
export interface Outcome {
  failed: string[]
}

const runners = new Map<string, Promise<Vitest>>()

/** One Vitest for each project, kept between tasks. */
function runnerOf(project: string): Promise<Vitest> {
  const known = runners.get(project)
  if (known) return known
  const created = createVitest({ project: [project], watch: false, bail: 1, reporters: [{}] })
  runners.set(project, created)
  return created
}

async function run(project: string, tests: string[], changed: string | undefined): Promise<string[]> {
  const vitest = await runnerOf(project)
  const specifications = await vitest.globTestSpecifications(tests.map((test) => join(process.cwd(), test)))
  if (specifications.length < tests.length)
    return [`only ${specifications.length} files of ${tests.join(', ')} were found`]
  if (changed) vitest.invalidateFile(changed)
  // Else results of earlier runs are among those of this one, and a failure of theirs stops it.
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  try {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
    const failed = testModules
      .filter((module) => module.state() === 'failed')
      .flatMap((module) => [
        ...module.errors().map(({ message }) => message),
        ...[...module.children.allTests('failed')].map(({ fullName }) => fullName),
      ])
    return [...failed, ...unhandledErrors.map(messageOf)]
  } finally {
    if (changed) vitest.invalidateFile(changed)
  }
}

/** Errors of another process may be objects without a prototype, which have no text. */
const messageOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'Unhandled error'

const isInBrowser = (test: string) => test.includes('.browser.test.')

async function perform({ tests, fault }: Task): Promise<Outcome> {
  const changed = fault && join(process.cwd(), fault.file)
  const text = changed && readFileSync(changed, 'utf8')
  if (fault && changed && text)
    writeFileSync(
      changed,
      text.replace(fault.from, () => fault.to),
    )
  try {
    const inNode = tests.filter((test) => !isInBrowser(test))
    const failed = inNode.length > 0 ? await run('node', inNode, changed) : []
    const inBrowser = tests.filter(isInBrowser)
    if (inBrowser.length > 0 && failed.length === 0)
      failed.push(...(await run('browser', inBrowser, changed)))
    return { failed }
  } finally {
    if (changed && text) writeFileSync(changed, text)
  }
}

process.on('message', async (task: Task) => {
  const outcome = await perform(task).catch((error): Outcome => ({ failed: [`Vitest: ${error}`] }))
  process.send?.(outcome)
})
process.on('disconnect', async () => {
  await Promise.all([...runners.values()].map(async (runner) => (await runner).close()))
  process.exit()
})
