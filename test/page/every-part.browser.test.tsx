import type { ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { BulkBar } from '../../src/components/bulk-bar/BulkBar.tsx'
import { IdleCover } from '../../src/components/idle-logout/IdleCover.tsx'
import { IdleLogoutForm } from '../../src/components/idle-logout/IdleLogoutForm.tsx'
import { IdleWarning } from '../../src/components/idle-logout/IdleWarning.tsx'
import { DeleteInvitationsDialog } from '../../src/components/invitations/DeleteInvitationsDialog.tsx'
import { InvitationsTable } from '../../src/components/invitations/InvitationsTable.tsx'
import { InvitationsToolbar } from '../../src/components/invitations/InvitationsToolbar.tsx'
import { InviteUserDialog } from '../../src/components/invite-user/InviteUserDialog.tsx'
import { JoinCompanyView } from '../../src/components/join-company/JoinCompanyView.tsx'
import { ListToolbar } from '../../src/components/list-toolbar/ListToolbar.tsx'
import { ChangeUsersDialog } from '../../src/components/selection-run/ChangeUsersDialog.tsx'
import { DeleteUsersDialog } from '../../src/components/selection-run/DeleteUsersDialog.tsx'
import { PausedBar } from '../../src/components/selection-run/PausedBar.tsx'
import { RecentChangesDialog } from '../../src/components/selection-run/RecentChangesDialog.tsx'
import { RunDialog } from '../../src/components/selection-run/RunDialog.tsx'
import { RunResultDialog } from '../../src/components/selection-run/RunResultDialog.tsx'
import { PanelSection } from '../../src/components/user-panel/section/PanelSection.tsx'
import { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import { ExportBar } from '../../src/components/users-export/ExportBar.tsx'
import { SearchingLine } from '../../src/components/users-states/SearchingLine.tsx'
import { UsersChanges } from '../../src/components/users-states/UsersChanges.tsx'
import { UsersDenied } from '../../src/components/users-states/UsersDenied.tsx'
import { UsersEmpty } from '../../src/components/users-states/UsersEmpty.tsx'
import { UsersError } from '../../src/components/users-states/UsersError.tsx'
import { UsersNoMatch } from '../../src/components/users-states/UsersNoMatch.tsx'
import { UsersOffline } from '../../src/components/users-states/UsersOffline.tsx'
import { UsersRateLimited } from '../../src/components/users-states/UsersRateLimited.tsx'
import { UsersSearching } from '../../src/components/users-states/UsersSearching.tsx'
import { UsersStaleBanner } from '../../src/components/users-states/UsersStaleBanner.tsx'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { UsersToolbar } from '../../src/components/users-toolbar/UsersToolbar.tsx'
import { InviteUserButton } from '../../src/page/invite/InviteUserButton.tsx'
import { JoinCompany } from '../../src/page/JoinCompany.tsx'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { Avatar } from '../../src/primitives/avatar/Avatar.tsx'
import { Badge } from '../../src/primitives/badge/Badge.tsx'
import { Banner } from '../../src/primitives/banner/Banner.tsx'
import { Button } from '../../src/primitives/button/Button.tsx'
import { Checkbox } from '../../src/primitives/checkbox/Checkbox.tsx'
import { Switch } from '../../src/primitives/checkbox/Switch.tsx'
import { Chip } from '../../src/primitives/chip/Chip.tsx'
import { MoreChip } from '../../src/primitives/chip/MoreChip.tsx'
import { Choice } from '../../src/primitives/choice/Choice.tsx'
import { ConfirmDialog } from '../../src/primitives/confirm-dialog/ConfirmDialog.tsx'
import { CopyButton } from '../../src/primitives/copy-button/CopyButton.tsx'
import { DataTable } from '../../src/primitives/data-table/DataTable.tsx'
import { DataTablePrimary } from '../../src/primitives/data-table/DataTablePrimary.tsx'
import { Dialog } from '../../src/primitives/dialog/Dialog.tsx'
import { DockBar } from '../../src/primitives/dock-bar/DockBar.tsx'
import { Filter } from '../../src/primitives/filter/Filter.tsx'
import { Icon } from '../../src/primitives/icon/Icon.tsx'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { MenuCheckboxItem } from '../../src/primitives/menu/MenuCheckboxItem.tsx'
import { MenuItem } from '../../src/primitives/menu/MenuItem.tsx'
import { MenuRule } from '../../src/primitives/menu/MenuRule.tsx'
import { MenuSegments } from '../../src/primitives/menu/MenuSegments.tsx'
import { MenuTitle } from '../../src/primitives/menu/MenuTitle.tsx'
import { PasswordField } from '../../src/primitives/password-field/PasswordField.tsx'
import { Popover } from '../../src/primitives/popover/Popover.tsx'
import { Progress } from '../../src/primitives/progress/Progress.tsx'
import { Radio } from '../../src/primitives/radio-group/Radio.tsx'
import { RadioGroup } from '../../src/primitives/radio-group/RadioGroup.tsx'
import { RelativeTime } from '../../src/primitives/relative-time/RelativeTime.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { SearchField } from '../../src/primitives/search-field/SearchField.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { Sheet } from '../../src/primitives/sheet/Sheet.tsx'
import { Skeleton } from '../../src/primitives/skeleton/Skeleton.tsx'
import { EmptyState } from '../../src/primitives/state/EmptyState.tsx'
import { ErrorState } from '../../src/primitives/state/ErrorState.tsx'
import { State } from '../../src/primitives/state/State.tsx'
import { Tab } from '../../src/primitives/tabs/Tab.tsx'
import { TabList } from '../../src/primitives/tabs/TabList.tsx'
import { TabPanel } from '../../src/primitives/tabs/TabPanel.tsx'
import { Tabs } from '../../src/primitives/tabs/Tabs.tsx'
import { TextField } from '../../src/primitives/text-field/TextField.tsx'
import { Toaster } from '../../src/primitives/toaster/Toaster.tsx'
import { TopDialog } from '../../src/primitives/top-dialog/TopDialog.tsx'
import { inviteDraft } from '../../stories/components/invite-draft-data.ts'
import { run, selection } from '../../stories/components/run-data.ts'
import { renderInShadow } from '../primitives/render-in-shadow.tsx'

/** What a host may give to any part. */
interface HostProps {
  className: string
  'data-kind': string
  ref: (element: Element | null) => void
}

const ignore = () => undefined
const never = () => new Promise<never>(ignore)
const api: RosterApi = { company: 'acme', session: { get: never }, users: { list: never } }
const inviting: RosterApi = { ...api, invitations: { list: never, invite: never } }

const idlePolicy = {
  enabled: true,
  timeoutMinutes: 15,
  warnMs: 120_000,
  allowHold: false,
  rev: '1',
} as const

/** The button of something that is in the document while it is open. */
const opener = (props: object) => (
  <Button {...props} className="opener">
    Open
  </Button>
)

const inMenu = (item: ReactElement) => (
  <Menu label="Menu" trigger={opener}>
    {item}
  </Menu>
)
const inTabs = (part: ReactElement) => <Tabs defaultValue="a">{part}</Tabs>

const parts: Record<string, (host: HostProps) => ReactElement> = {
  Avatar: (host) => <Avatar personId="u1" name="Ada" {...host} />,
  Badge: (host) => <Badge {...host} />,
  Banner: (host) => <Banner title="Offline" {...host} />,
  BulkBar: (host) => <BulkBar count={3} {...host} />,
  Button: (host) => <Button {...host} />,
  ChangeUsersDialog: (host) => (
    <ChangeUsersDialog open onOpenChange={ignore} onConfirm={ignore} run={run()} {...host} />
  ),
  Checkbox: (host) => <Checkbox aria-label="All" {...host} />,
  Chip: (host) => <Chip {...host} />,
  Choice: (host) => <Choice title="Admin" control={() => null} {...host} />,
  ConfirmDialog: (host) => (
    <ConfirmDialog
      open
      onOpenChange={ignore}
      title="Sure?"
      text=""
      confirmLabel="Yes"
      onConfirm={ignore}
      {...host}
    />
  ),
  CopyButton: (host) => <CopyButton text="req_1" label="Copy" {...host} />,
  DataTable: (host) => (
    <DataTable<string> label="Words" rows={['a']} columns={[]} rowId={String} rowName={String} {...host} />
  ),
  DataTablePrimary: (host) => <DataTablePrimary {...host} />,
  DeleteInvitationsDialog: (host) => (
    <DeleteInvitationsDialog open onOpenChange={ignore} onConfirm={ignore} run={run()} {...host} />
  ),
  DeleteUsersDialog: (host) => (
    <DeleteUsersDialog open onOpenChange={ignore} onConfirm={ignore} run={run()} {...host} />
  ),
  Dialog: (host) => <Dialog open onOpenChange={ignore} title="Dialog" {...host} />,
  DockBar: (host) => <DockBar {...host} />,
  EmptyState: (host) => <EmptyState title="Nothing" {...host} />,
  ErrorState: (host) => <ErrorState title="Failed" {...host} />,
  ExportBar: (host) => <ExportBar value={{ status: 'downloaded', rows: 3 }} {...host} />,
  Filter: (host) => <Filter label="Role" options={[]} value={[]} onValueChange={ignore} {...host} />,
  Icon: (host) => <Icon name="x" {...host} />,
  IconButton: (host) => <IconButton icon="x" label="Close" {...host} />,
  IdleCover: (host) => <IdleCover {...host} />,
  IdleLogoutForm: (host) => <IdleLogoutForm policy={idlePolicy} {...host} />,
  IdleWarning: (host) => <IdleWarning seconds={58} {...host} />,
  InvitationsTable: (host) => <InvitationsTable invitations={[]} {...host} />,
  InvitationsToolbar: (host) => <InvitationsToolbar {...host} />,
  InviteUserButton: (host) => (
    <RosterProvider api={inviting}>
      <InviteUserButton {...host} />
    </RosterProvider>
  ),
  InviteUserDialog: (host) => (
    <InviteUserDialog open onOpenChange={ignore} onInvite={ignore} draft={inviteDraft()} {...host} />
  ),
  JoinCompany: (host) => <JoinCompany api={{ preview: never, join: never }} {...host} />,
  JoinCompanyView: (host) => (
    <JoinCompanyView status="loading" onJoin={ignore} onLink={() => true} onRetry={ignore} {...host} />
  ),
  ListToolbar: (host) => (
    <ListToolbar
      search=""
      onSearchChange={ignore}
      searchLabel="Search"
      searchPlaceholder="Search"
      filters={[]}
      onClearFilters={ignore}
      count={null}
      options={null}
      {...host}
    />
  ),
  Menu: (host) => (
    <Menu label="Menu" trigger={opener} {...host}>
      {null}
    </Menu>
  ),
  MenuCheckboxItem: (host) => inMenu(<MenuCheckboxItem checked onCheckedChange={ignore} {...host} />),
  MenuItem: (host) => inMenu(<MenuItem onSelect={ignore} {...host} />),
  MenuRule: (host) => <MenuRule {...host} />,
  MenuSegments: (host) => (
    <MenuSegments label="Density" options={[]} value="a" onValueChange={ignore} {...host} />
  ),
  MenuTitle: (host) => <MenuTitle {...host} />,
  MoreChip: (host) => <MoreChip count={2} label="2 more" {...host} />,
  PanelSection: (host) => <PanelSection title="Seat" {...host} />,
  PasswordField: (host) => <PasswordField label="Password" {...host} />,
  PausedBar: (host) => <PausedBar selection={selection({ state: 'paused' })} {...host} />,
  Popover: (host) => (
    <Popover label="More" trigger={opener} {...host}>
      {null}
    </Popover>
  ),
  Progress: (host) => <Progress label="Deleting" value={1} max={3} {...host} />,
  Radio: (host) => <Radio onChoose={ignore} {...host} />,
  RadioGroup: (host) => <RadioGroup options={[]} value="" onValueChange={ignore} {...host} />,
  RecentChangesDialog: (host) => (
    <RecentChangesDialog open onOpenChange={ignore} changes={{ rows: [] }} namesOf={() => ({})} {...host} />
  ),
  RelativeTime: (host) => <RelativeTime value="2026-03-14T14:17:00Z" {...host} />,
  RosterProvider: (host) => <RosterProvider api={api} {...host} />,
  RosterUI: (host) => <RosterUI {...host} />,
  RunDialog: (host) => <RunDialog open onStop={ignore} run={run({ phase: 'running' })} {...host} />,
  RunResultDialog: (host) => (
    <RunResultDialog open onOpenChange={ignore} run={run({ phase: 'done' })} {...host} />
  ),
  SearchField: (host) => <SearchField label="Search" value="" onValueChange={ignore} {...host} />,
  SearchingLine: (host) => <SearchingLine text="Searching" {...host} />,
  Select: (host) => <Select label="Role" options={[]} {...host} />,
  Sheet: (host) => <Sheet open onOpenChange={ignore} title="Sheet" {...host} />,
  Skeleton: (host) => <Skeleton {...host} />,
  State: (host) => <State icon="x" title="State" {...host} />,
  Switch: (host) => <Switch checked onCheckedChange={ignore} {...host} />,
  Tab: (host) => inTabs(<Tab value="a" {...host} />),
  TabList: (host) => inTabs(<TabList label="Tabs" {...host} />),
  TabPanel: (host) => inTabs(<TabPanel value="a" {...host} />),
  TextField: (host) => <TextField label="Name" {...host} />,
  Toaster: (host) => <Toaster {...host} />,
  TopDialog: (host) => <TopDialog {...host} />,
  UserPanel: (host) => <UserPanel user={null} status="loading" {...host} />,
  UsersChanges: (host) => <UsersChanges changes={3} onRefresh={ignore} {...host} />,
  UsersDenied: (host) => <UsersDenied {...host} />,
  UsersEmpty: (host) => <UsersEmpty companyName="Acme" {...host} />,
  UsersError: (host) => <UsersError error={{ code: 'network' }} onRetry={ignore} {...host} />,
  UsersNoMatch: (host) => <UsersNoMatch onClear={ignore} {...host} />,
  UsersOffline: (host) => <UsersOffline {...host} />,
  UsersRateLimited: (host) => <UsersRateLimited retryAfter={60} onRetry={ignore} {...host} />,
  UsersSearching: (host) => <UsersSearching search="ada" {...host} />,
  UsersSettings: (host) => (
    <RosterProvider api={api}>
      <UsersSettings {...host} />
    </RosterProvider>
  ),
  UsersStaleBanner: (host) => <UsersStaleBanner reason="offline" loadedAt={0} onRetry={ignore} {...host} />,
  UsersTable: (host) => <UsersTable users={[]} {...host} />,
  UsersToolbar: (host) => <UsersToolbar {...host} />,
}

describe('every part', () => {
  it('is listed here', () => {
    const modules = import.meta.glob<Record<string, unknown>>(
      '../../src/{primitives,components,page}/**/*.tsx',
      { eager: true },
    )
    const forwarding = Object.values(modules).flatMap((module) =>
      Object.keys(module).filter((name) => Object(module[name]).$$typeof === Symbol.for('react.forward_ref')),
    )
    const grounds = [
      'BesidePanel',
      'ConfirmRun',
      'Modal',
      'ModalLayer',
      'ModalTitle',
      'OpenModal',
      'PopupSurface',
      'UserPanelFrame',
    ]
    expect(Object.keys(parts)).toEqual(forwarding.filter((name) => !grounds.includes(name)).sort())
  })

  it.each(Object.entries(parts))('%s passes on ref, className and other props', async (_, part) => {
    const ref = vi.fn<(element: Element | null) => void>()
    const tree = await renderInShadow(
      <RosterUI>{part({ className: 'mine', 'data-kind': 'x', ref })}</RosterUI>,
    )
    await expect.poll(() => tree.querySelector('.roster-root')).not.toBeNull()
    tree.querySelector<HTMLElement>('.opener')?.click()
    await expect.poll(() => ref).toHaveBeenCalledWith(expect.any(Element))
    const element = ref.mock.lastCall?.[0]
    expect(element?.getAttribute('data-kind')).toBe('x')
    expect(element?.closest('.mine')).not.toBeNull()
  })
})
