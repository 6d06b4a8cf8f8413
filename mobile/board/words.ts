import { en as dutyEn } from '../../modules/duty/words.en.ts'
import { zh as duty } from '../../modules/duty/words.zh.ts'
import { en as zonesEn } from '../../modules/zones/words.en.ts'
import { zh as zones } from '../../modules/zones/words.zh.ts'
import { addWords } from '../../ui/words.ts'

/** Only the board says these; the entry everybody loads does without. */
addWords({ zh: { duty, zones }, en: { duty: dutyEn, zones: zonesEn } })
