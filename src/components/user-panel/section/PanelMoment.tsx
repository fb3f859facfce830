import { RelativeTime, type RelativeTimeProps } from '../../../primitives/relative-time/RelativeTime.tsx'

/** How long ago something was. Renders nothing for an invalid date. */
export function PanelMoment(props: RelativeTimeProps) {
  return props.value !== null && Number.isNaN(Date.parse(props.value)) ? null : <RelativeTime {...props} />
}
