import { UsersChanges } from '../../components/users-states/UsersChanges.tsx'

interface ListChangesProps {
  changes: number
  onRefresh: () => void
}

/** Waiting changes of a list, at the end of the line of tabs. */
export const ListChanges = (props: ListChangesProps) => (
  <UsersChanges className="roster-page-note" {...props} />
)
