import type { SelectionList } from '../../contract/selections.ts'
import type { ResourceDefinition } from './resource.ts'

/** The changes to many users of the last day. */
export const selections: ResourceDefinition<SelectionList> = {
  name: 'selections',
  call({ selections: port }) {
    const list = port?.list
    return list && ((options) => list.call(port, options))
  },
}
