import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

/** What the page, its panel and its texts show. */
export const room: FaultyRoom = {
  name: 'page',
  floor: 88,
  faults: [
    {
      file: 'src/page/list/ListInstead.tsx',
      from: ' && error.retryAfter && !isFetching',
      to: ' && error.retryAfter',
      why: 'the countdown stays while the list loads',
      tests: ['test/page/unsupported.browser.test.tsx'],
    },
    {
      file: 'src/page/UsersTab.tsx',
      from: '!isKnown || capabilities.search',
      to: 'true',
      why: 'a search that the backend does not know',
      tests: ['test/page/unsupported.browser.test.tsx'],
    },
    {
      file: 'src/page/UsersTab.tsx',
      from: '(!isKnown || capabilities.filters.includes(name))',
      to: 'true',
      why: 'a filter that the backend does not know',
      tests: ['test/page/unsupported.browser.test.tsx'],
    },
    {
      file: 'src/page/list/useListState.ts',
      from: '!isOnline || error !== null',
      to: 'error !== null',
      why: 'nothing says that the page is offline',
      tests: ['test/page/users-settings.browser.test.tsx'],
    },
    {
      file: 'src/hooks/useUser.ts',
      from: 'api.users[verb] !== undefined && capabilities[verb]',
      to: 'api.users[verb] !== undefined',
      why: 'a control for what the backend cannot do',
      tests: ['test/page/unsupported.browser.test.tsx'],
    },
    {
      file: 'src/hooks/RosterData.tsx',
      from: 'latestHooks.current = hooks',
      to: '',
      why: 'the hooks of the first render are called for ever',
      tests: ['test/hooks/RosterData.browser.test.tsx'],
    },
    {
      file: 'src/components/user-panel/role/RoleConflictSides.tsx',
      from: ' ?? (assign && reasonSentence(reasons, assign))',
      to: '',
      why: 'the role’s own rule is ignored in a conflict',
      tests: ['test/page/unsupported.browser.test.tsx'],
    },
    {
      file: 'src/components/user-panel/role/useRoleChoice.ts',
      from: 'choice !== undefined && choice.userId === user?.id',
      to: 'choice !== undefined && user !== undefined',
      why: 'a choice goes on to the next user',
      tests: ['test/page/unsupported.browser.test.tsx'],
    },
    {
      file: 'src/components/user-panel/role/useRoleChoice.ts',
      from: "isReached && status !== 'saving'",
      to: 'isReached',
      why: 'a choice is lost when its save fails',
      tests: ['test/components/user-panel/user-panel.browser.test.tsx'],
    },
    {
      file: 'src/messages/relative-time.ts',
      from: 'age < minute',
      to: 'age <= minute',
      why: 'a minute ago is now',
      tests: ['test/messages/relative-time.test.ts'],
    },
    {
      file: 'src/messages/relative-time.ts',
      from: 'days < 7',
      to: 'days <= 7',
      why: 'a week ago is seven days ago',
      tests: ['test/messages/relative-time.test.ts'],
    },
    {
      file: 'src/messages/relative-time.ts',
      from: 'age < nearMidnight',
      to: 'age < 0',
      why: 'just after midnight it was yesterday',
      tests: ['test/messages/relative-time.test.ts'],
    },
  ],
}
