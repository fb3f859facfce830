import { settle } from './a-list.ts'
import { aWriter } from './a-writer.ts'

/** A state over users that can be changed, whose list is open and loaded. */
export async function aReadyWriter(count?: number) {
  const writer = aWriter(count)
  writer.open()
  await settle()
  await settle()
  return writer
}
