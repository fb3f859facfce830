import { TabPanel, type TabPanelProps } from '../primitives/tabs/TabPanel.tsx'

/** The content of a tab of the page. */
export const PagePanel = (props: Pick<TabPanelProps, 'value' | 'children'>) => (
  <TabPanel className="roster-page-panel" data-tab={props.value} {...props} />
)
