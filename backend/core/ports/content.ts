import type { Impact } from '@aicx/roster/contract'

/** What a product's own content has to do with its users. All of it is optional. */
export interface ContentPort {
  /**
   * What deleting these users changes in the product, such as open conversations that lose their assignee. It is
   * called once, with up to 100,000 ids. After 5 seconds the request is refused as `unavailable`.
   */
  impact?(companyId: string, userIds: string[]): Promise<Impact[]>
}
