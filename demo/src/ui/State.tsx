import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

interface StateProps {
  icon: IconName
  title: string
  /** Whether it fills the whole page. */
  isPage?: boolean
  children: ReactNode
}

/** Shown instead of content: nothing yet, a failure, a denial. */
export function State({ icon, title, isPage = false, children }: StateProps) {
  const Box = isPage ? 'main' : 'div'
  const Title = isPage ? 'h1' : 'h2'
  return (
    <Box className="state" data-page={isPage || undefined}>
      <span className="state-mark">
        <Icon name={icon} />
      </span>
      <Title>{title}</Title>
      {children}
    </Box>
  )
}
