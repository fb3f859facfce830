import { idleTimeouts } from '../../base/idle-timeouts.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'

const settings = ['affects', 'hold']

/** The form while its policy is loading, with each line in its place. */
export function IdleLogoutOutline({ label }: { label: string }) {
  return (
    <section className="roster-idle-form" aria-busy="true" aria-label={label}>
      <div className="roster-idle-lead">
        <Skeleton length={8} />
      </div>
      <div className="roster-idle-setting">
        <Line />
      </div>
      <div className="roster-idle-cards">
        {idleTimeouts.map((timeout) => (
          <div key={timeout} className="roster-idle-card">
            <Skeleton length={4} />
            <Skeleton length={7} faint />
          </div>
        ))}
      </div>
      {settings.map((setting) => (
        <div key={setting} className="roster-idle-setting" data-line="">
          <Line />
        </div>
      ))}
    </section>
  )
}

function Line() {
  return (
    <div className="roster-idle-setting-text">
      <Skeleton length={4} />
      <Skeleton length={8} faint />
    </div>
  )
}
