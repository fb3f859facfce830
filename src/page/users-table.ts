import { createLater } from '../base/create-later.ts'

/** The table of users. It loads beside the first rows, which no paint can show before. */
export const usersTable = createLater(async () => {
  const { SelectingTable } = await import('./bulk/SelectingTable.tsx')
  return SelectingTable
})
