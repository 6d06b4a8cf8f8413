import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  views: 'Views', save: 'Save what is shown as a view', name: 'Name of the view', nameHint: 'e.g. Living alone, East Garden', share: 'Also for my office and those below', saved: 'Saved as “{name}”', removed: '“{name}” removed',
  remove: 'Remove {name}', opensWith: 'The list now opens with “{name}”', openPlain: 'The list opens without a view', asDefault: 'Open the list with “{name}”', usual: 'Everything (no view)', from: 'shared by {name}', none: 'No views yet. Set filters and columns, then give them a name here.',
  link: 'Copy link', linkCopied: 'Link copied. Whoever opens it sees only their own territory.',
  errors: {},
}
