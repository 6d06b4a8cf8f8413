import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { id, text } from '../../kernel/fields.ts'

/** Path of a page of the console. */
const page = z.string().regex(/^\/[a-z/-]*$/).max(60)
/** Filter, order and columns as they stand in the address. */
const address = text(1500)

/** 已存视图 */
export const savedView = z.object({
  id: id(), page, name: z.string(), query: address,
  /** Everybody at or below the owner's area sees it. */
  shared: z.boolean(),
  mine: z.boolean(), accountName: z.string(),
  /** The list opens with it. */
  isDefault: z.boolean(),
})
export type SavedView = z.infer<typeof savedView>

export const listsApi = {
  listViews: query({
    path: '/views', access: 'signedIn', summary: '已存视图: one’s own of a list, and those shared by one’s office and the offices above',
    input: z.object({ page }), output: z.object({ items: z.array(savedView) }),
  }),
  saveView: command({
    path: '/views', access: 'signedIn', summary: '存视图: under a name; the same name again is the same view changed. A shared view holds no search for a person',
    input: z.object({ page, name: text(30).min(1), query: address, shared: z.boolean().default(false) }), output: savedView,
  }),
  removeView: command({
    path: '/views/:viewId/remove', access: 'signedIn', summary: '删视图: one’s own; saving it again is the undo', input: z.object({ viewId: id() }), output: z.object({}),
  }),
  openWith: command({
    path: '/views/default', access: 'signedIn', summary: '设默认视图: the view a list opens with; null for none',
    input: z.object({ page, viewId: id().nullable() }), output: z.object({}),
  }),
}
