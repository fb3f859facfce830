import { Icon } from '../../../primitives/icon/Icon.tsx'

interface RoleAlertProps {
  /** What has happened. */
  lead: string
  /** What that means for the choice. */
  text?: string | undefined
}

/** Says that something has happened to a choice that isn't saved. */
export const RoleAlert = ({ lead, text }: RoleAlertProps) => (
  <div role="alert" className="roster-role-overtaken">
    <Icon name="alert" />
    <p className="roster-role-overtaken-text">
      <strong>{lead}</strong>
      {text !== undefined && <span>{text}</span>}
    </p>
  </div>
)
