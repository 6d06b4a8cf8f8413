import type { Tables } from '../../kernel/tables.ts'

export const listsTables = {
  saved_view: { about: '已存视图: filter, order and columns of a list under a name', scope: { open: 'an office shares a view with all below it, who could not see a row above theirs; the store gives one’s own and those shared from above only' } },
  default_view: { about: '默认视图: the view a list opens with, for one account', scope: { open: 'a setting of the account itself, read and written by its own id only' } },
} satisfies Tables
