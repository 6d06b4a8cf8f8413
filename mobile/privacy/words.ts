import { en } from '../../modules/privacy/words.en.ts'
import { zh } from '../../modules/privacy/words.zh.ts'
import { addWords } from '../../ui/words.ts'

/** Come with what says how data are used, not with the first load of every page. */
addWords({ zh: { privacy: zh }, en: { privacy: en } })
