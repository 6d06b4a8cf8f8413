import { en } from '../../modules/certificates/words.en.ts'
import { zh } from '../../modules/certificates/words.zh.ts'
import { addWords } from '../../ui/words.ts'

/** Loaded with these pages only. */
addWords({ zh: { certificates: zh }, en: { certificates: en } })
