import { en } from '../../modules/passes/words.en.ts'
import { zh } from '../../modules/passes/words.zh.ts'
import { addWords } from '../../ui/words.ts'

/** Come with the page of passes, not with the first load of everybody who reports a temperature. */
addWords({ zh: { passes: zh }, en: { passes: en } })
