import { en } from '../../modules/accounts/words.en.ts'
import { zh } from '../../modules/accounts/words.zh.ts'
import { addWords } from '../../ui/words.ts'

/** What roles are called, for the list of who looked. */
addWords({ zh: { accounts: { roles: zh.roles } }, en: { accounts: { roles: en.roles } } })
