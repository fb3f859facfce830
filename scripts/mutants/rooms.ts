import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Fault, FaultyRoom } from './fault.ts'

const root = new URL('../../', import.meta.url)
const lists = new URL('test/mutants/', root)

/** Reads the committed lists of faults, in the order of their names. */
export async function readRooms(): Promise<FaultyRoom[]> {
  const names = readdirSync(lists).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(
    names.toSorted().map((name): Promise<{ room: FaultyRoom }> => import(new URL(name, lists).href)),
  )
  return modules.map(({ room }) => room)
}

/** What is wrong with an entry of a list, or undefined. */
export function mistakeIn({ file, from, to, tests }: Fault): string | undefined {
  const path = new URL(file, root)
  if (!existsSync(path)) return `${file} does not exist`
  const count = readFileSync(path, 'utf8').split(from).length - 1
  if (count !== 1) return `${file} has ${JSON.stringify(from)} ${count} times instead of once`
  if (from === to) return `${file}: ${JSON.stringify(from)} is replaced by itself`
  if (tests.length === 0) return `${file}: ${JSON.stringify(from)} names no tests`
  const missing = tests.find((test) => !existsSync(new URL(test, root)))
  return missing && `${file}: the test ${missing} does not exist`
}
