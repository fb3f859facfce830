import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

const turns = ['test/backend/core/turns.test.ts']
const fairness = ['test/backend/core/fairness.test.ts']
const lanes = ['test/backend/node/lanes.test.ts']
const trouble = ['test/backend/node/database-trouble.test.ts']
const passing = ['test/backend/node/passing.test.ts']
const feeds = ['test/backend/core/company-feeds.test.ts']
const lookups = ['test/backend/node/cookie-lookups.test.ts']
const order = ['test/backend/node/write-order.test.ts']
const owners = ['test/backend/node/owners.test.ts']

/** What bounds the work of one for the sake of the others, and a database that is slow, locked or away. */
export const room: FaultyRoom = {
  name: 'backend trouble',
  floor: 95,
  faults: [
    {
      file: 'backend/core/queues/turns.ts',
      from: '(running.get(owner) ?? 0) < runningEach',
      to: 'true',
      why: 'one owner has every place',
      tests: turns,
    },
    {
      file: 'backend/core/queues/turns.ts',
      from: 'if (isOver) return',
      to: '',
      why: 'a place is given back twice',
      tests: turns,
    },
    {
      file: 'backend/core/queues/turns.ts',
      from: 'setTimeout(giveUp, patience)',
      to: 'undefined',
      why: 'a task waits for ever',
      tests: turns,
    },
    {
      file: 'backend/core/queues/turns.ts',
      from: '          queue.splice(queue.indexOf(waiter), 1)\n',
      to: '',
      why: 'a place goes to a task that was refused',
      tests: turns,
    },
    {
      file: 'backend/core/http/session-turns.ts',
      from: 'createTurns({ runningEach, waitingEach, patience })',
      to: 'createTurns({})',
      why: 'a session has everything under way at once',
      tests: fairness,
    },
    {
      file: 'backend/node/database/lanes.ts',
      from: ' || hasBegun',
      to: '',
      why: 'a request that has begun waits behind new ones before each statement',
      tests: lanes,
    },
    {
      file: 'backend/node/database/plan-age.ts',
      from: 'known.last * 2',
      to: 'known.last',
      why: 'a connection plans again every second',
      tests: ['test/backend/node/plan-age.test.ts'],
    },
    {
      file: 'backend/node/database/open-pool.ts',
      from: "send(client, 'discard plans')",
      to: "send(client, '')",
      why: 'a connection keeps the plans that it made while its tables were small',
      tests: ['test/backend/node/prepared-statements.test.ts'],
    },
    {
      file: 'backend/node/database/lanes.ts',
      from: 'Math.floor(connections / 2)',
      to: 'connections',
      why: 'a company has every connection',
      tests: lanes,
    },
    {
      file: 'backend/node/database/lanes.ts',
      from: 'createTurns({ running: runningEach, waiting',
      to: 'createTurns({ waiting',
      why: 'visitors do not take turns',
      tests: lanes,
    },
    {
      file: 'backend/node/store/write-order.ts',
      from: 'createTurns({ runningEach: 1,',
      to: 'createTurns({',
      why: 'the writes of a locked company hold its connections',
      tests: trouble,
    },
    {
      file: 'backend/node/store/write-order.ts',
      from: 'isFirst: true',
      to: 'isFirst: false',
      why: 'a write waits for a connection behind the reads of its company',
      tests: order,
    },
    {
      file: 'backend/node/store/write-order.ts',
      from: ', waitingEach: mostWaiting',
      to: '',
      why: 'writes to one company wait without a limit',
      tests: order,
    },
    {
      file: 'backend/node/store/write-order.ts',
      from: ', patience })',
      to: ' })',
      why: 'a write waits for its turn for ever',
      tests: order,
    },
    {
      file: 'backend/node/database/open-postgres.ts',
      from: ', query_timeout: limit + graceForServer',
      to: '',
      why: 'a paused database holds requests for ever',
      tests: trouble,
    },
    {
      file: 'backend/node/database/open-postgres.ts',
      from: 'lock_timeout: `${lock}`,',
      to: '',
      why: 'a lock is waited for until the statement ends',
      tests: trouble,
    },
    {
      file: 'backend/node/database/open-postgres.ts',
      from: 'idle_in_transaction_session_timeout: `${idleInTransaction}`,',
      to: '',
      why: 'a frozen instance keeps its locks',
      tests: trouble,
    },
    {
      file: 'backend/node/database/reachable.ts',
      from: 'lost: 3',
      to: 'lost: 1',
      why: 'a lost connection is not replaced for a read',
      tests: trouble,
    },
    {
      file: 'backend/node/store/touch-sessions.ts',
      from: 'isReadOnly ? [] : sessions',
      to: 'sessions',
      why: 'a database that only reads is asked to write at each read',
      tests: owners,
    },
    {
      file: 'backend/node/store/touch-sessions.ts',
      from: `    for update skip locked
  )
  update`,
      to: '  )\n  update',
      why: 'a read waits for a locked session',
      tests: trouble,
    },
    {
      file: 'backend/core/http/enter.ts',
      from: 'if (!(error instanceof StoreUnavailable)) throw error',
      to: 'throw error',
      why: 'a session that cannot be ended is not over',
      tests: trouble,
    },
    {
      file: 'backend/node/identity/cookie-lookups.ts',
      from: 'guessed.count < freeGuesses',
      to: 'true',
      why: 'guessing costs nothing',
      tests: lookups,
    },
    {
      file: 'backend/core/queues/turns.ts',
      from: 'longest.length <= own + 1',
      to: 'true',
      why: 'many tasks of one keep another out',
      tests: turns,
    },
    {
      file: 'backend/core/queues/turns.ts',
      from: 'isFirst ? queue.findIndex((other) => !other.isFirst) : -1',
      to: '-1',
      why: 'a write waits behind every read of its company',
      tests: turns,
    },
    {
      file: 'backend/node/identity/cookie-lookups.ts',
      from: ' && isOwners(found)',
      to: '',
      why: 'who names a foreign company takes its turns',
      tests: lookups,
    },
    {
      file: 'backend/core/streams/company-feeds.ts',
      from: 'changes.set(since, read)',
      to: '',
      why: 'each stream reads the changes',
      tests: feeds,
    },
    {
      file: 'backend/core/streams/company-feeds.ts',
      from: 'if (!reads?.ids.has(sessionId)) reads',
      to: 'reads',
      why: 'each stream reads the sessions',
      tests: feeds,
    },
    {
      file: 'backend/node/database/passing.ts',
      from: "new Set(['55P03', '25006'])",
      to: 'new Set()',
      why: 'a lock that is not to be had is a failure',
      tests: passing,
    },
    {
      file: 'backend/node/identity/cookie-lookups.ts',
      from: 'inTurnOf({ visitor }, find)',
      to: 'inTurnOf(owner, find)',
      why: 'guessed cookies take the turns of members',
      tests: owners,
    },
  ],
}
