import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

const activity = ['test/state/idle/activity.test.ts', 'test/state/idle/bad-input.test.ts']
const clocks = ['test/state/idle/clocks.test.ts']
const verdicts = ['test/state/idle/verdict.test.ts']
const windows = ['test/state/idle/windows.test.ts']
const all = [...clocks, ...verdicts, ...windows, ...activity]

/** When a page warns and ends, what counts as activity, and what windows share. */
export const room: FaultyRoom = {
  name: 'idle engine',
  floor: 88,
  faults: [
    {
      file: 'src/state/idle/time-left.ts',
      from: 'const idle = Math.min(wall.idle, mono.idle)',
      to: 'const idle = wall.idle',
      why: 'a clock that was set back postpones the end',
      tests: clocks,
    },
    {
      file: 'src/state/idle/time-left.ts',
      from: 'const whole = Math.min(wall.whole, mono.whole)',
      to: 'const whole = wall.whole',
      why: 'a clock that was set back postpones the absolute end',
      tests: all,
    },
    {
      file: 'src/state/idle/time-left.ts',
      from: 'Math.abs(difference) > tolerance',
      to: 'false',
      why: 'clocks that differ are never checked',
      tests: clocks,
    },
    {
      file: 'src/state/idle/time-left.ts',
      from: "whole < idle ? 'absolute' : 'idle'",
      to: "'idle'",
      why: 'the absolute end looks like one that activity moves',
      tests: clocks,
    },
    {
      file: 'src/state/idle/time-left.ts',
      from: 'Math.max(lastActivity[clock] + timeoutMs, floor[clock])',
      to: 'lastActivity[clock] + timeoutMs',
      why: 'a hold postpones nothing in the page',
      tests: verdicts,
    },
    {
      file: 'src/state/idle/activity.ts',
      from: "phase === 'active' || phase === 'off' || (phase === 'warning' && limit === 'absolute')",
      to: "phase !== 'ended'",
      why: 'a move of the mouse postpones the end during the warning',
      tests: all,
    },
    {
      file: 'src/state/idle/activity.ts',
      from: 'if (!Number.isFinite(ageMs) || ageMs < 0) return\n',
      to: '',
      why: 'activity of the future counts',
      tests: activity,
    },
    {
      file: 'src/state/idle/activity.ts',
      from: 'age(at, core.lastActivity) > 0',
      to: 'true',
      why: 'older activity takes time away',
      tests: activity,
    },
    {
      file: 'src/state/idle/activity.ts',
      from: '      event.stopImmediatePropagation()\n',
      to: '',
      why: 'the press that covers the page reaches it',
      tests: all,
    },
    {
      file: 'src/state/idle/verdict.ts',
      from: "if ('isExplained' in thrown && thrown.isExplained === false) return undefined\n",
      to: '',
      why: 'the error page of a proxy logs out',
      tests: verdicts,
    },
    {
      file: 'src/state/idle/heartbeat.ts',
      from: '      isUnsent = true\n      options.onFailure(thrown)',
      to: '      options.onFailure(thrown)',
      why: 'a report that failed is forgotten',
      tests: activity,
    },
    {
      file: 'src/state/idle/heartbeat.ts',
      from: '(record.read().sent ?? 0) + every - clock.now()',
      to: '0',
      why: 'each window reports for itself',
      tests: activity,
    },
    {
      file: 'src/state/idle/hold.ts',
      from: 'Math.min(maxMs, longestHold - core.idleFor())',
      to: 'maxMs',
      why: 'a hold has no end',
      tests: verdicts,
    },
    {
      file: 'src/state/idle/hold.ts',
      from: '      core.shorten()\n',
      to: '',
      why: 'a hold that is released stays',
      tests: verdicts,
    },
    {
      file: 'src/state/idle/ending.ts',
      from: "if (!ended) await port.end('signed_out')\n",
      to: '',
      why: 'the session goes on at the server',
      tests: verdicts,
    },
    {
      file: 'src/state/idle/ending.ts',
      from: 'await within(withinMs, Promise.all(work))',
      to: 'await Promise.all(work)',
      why: 'a host keeps the session by its last call',
      tests: verdicts,
    },
    {
      file: 'src/state/idle/idle-core.ts',
      from: 'lead > 0 && lead < longestFloor',
      to: 'lead > 0',
      why: 'another window postpones the end for ever',
      tests: all,
    },
    {
      file: 'src/state/idle/idle-core.ts',
      from: 'last !== undefined && last !== heard && last <= at.wall',
      to: 'last !== undefined && last !== heard',
      why: 'a record of the future extends the session',
      tests: all,
    },
    {
      file: 'src/state/idle/idle-core.ts',
      from: 'if (theirs === rev && until > floor.wall',
      to: 'if (until > floor.wall',
      why: 'a hold of another policy counts',
      tests: all,
    },
    {
      file: 'src/state/idle/shared-record.ts',
      from: 'change.key === key || change.key === endKey',
      to: 'change.key === key',
      why: 'the end in another window is not noticed without a channel',
      tests: all,
    },
    {
      file: 'src/state/idle/shared-record.ts',
      from: 'reasons.find((reason) => reason === ended)',
      to: 'undefined',
      why: 'a page that is opened after the end shows the company',
      tests: all,
    },
    {
      file: 'src/state/idle/watch.ts',
      from: '!options.isOn() || !visibility.isVisible()',
      to: '!options.isOn()',
      why: 'hidden pages ask the server again and again',
      tests: all,
    },
    {
      file: 'src/state/idle/clamp.ts',
      from: 'Math.min(Math.max(value, least), most)',
      to: 'Math.max(value, least)',
      why: 'reports are days apart',
      tests: all,
    },
  ],
}
