import { describe, expect, test } from 'vitest'
import { partOf, plateKind, plateText, readAddress, readAsked } from './rules.ts'

describe('what somebody may have meant', () => {
  test.for([
    ['桂兰', { name: '桂兰', pinyin: '', tail: '' }], ['lgl', { pinyin: 'lgl', name: 'lgl' }], ['Anna Braun', { name: 'Anna Braun' }], ['买买提·依明', { name: '买买提·依明' }],
    ['1234', { tail: '1234', longTail: '', whole: '', plate: '1234' }], ['123x', { tail: '123X' }], ['041234', { tail: '1234', longTail: '041234' }], ['123', { tail: '', doors: [] }],
    ['199 0000 7777', { whole: '19900007777', tail: '' }], ['l', { pinyin: '' }], ['云H·A1234', { plate: '云HA1234', name: '' }],
  ] as const)('%s', ([text, wanted]) => expect(readAsked(text)).toMatchObject(wanted))
})

describe('an address, however it is written', () => {
  test.for([
    ['锦绣 3-2-501', '锦绣', [{ starts: '3-2-501', ends: '' }]],
    ['锦绣小区3幢2单元501', '锦绣小区', [{ starts: '3-2-501', ends: '' }]],
    ['锦绣3号楼二单元501室', '锦绣', [{ starts: '3-2-501', ends: '' }]],
    ['jinxiu 501', 'jinxiu', [{ starts: '', ends: '-501' }, { starts: '501-', ends: '' }]],
    ['3-2-1501-2', '', [{ starts: '3-2-1501-2', ends: '' }]],
    ['3-501', '', [{ starts: '3-', ends: '-501' }, { starts: '3-501-', ends: '' }]],
    ['3幢501', '', [{ starts: '3-', ends: '-501' }]],
    ['B1栋', '', [{ starts: 'B1-', ends: '' }]],
    ['老城组18号', '老城组', [{ starts: '', ends: '-18' }, { starts: '18-', ends: '' }]],
    ['501', '', []], ['李桂兰', '', []], ['', '', []],
  ] as const)('%s', ([text, place, doors]) => expect(readAddress(text)).toEqual({ place, doors }))
})

describe('a plate', () => {
  test.for([
    ['云HA1234', 'small'], ['云H·12345', 'small'], ['云HD12345', 'newEnergy'], ['云HA12345', 'newEnergy'], ['云HK1234', 'small'], ['云H12345D', 'newEnergy'], ['云HA12学', undefined], ['云H1234学', 'small'], ['云H1234挂', 'large'],
    ['云H1234警', 'police'], ['粤Z1234港', 'small'], ['使014578', 'embassy'], ['沪A1234领', 'embassy'], ['WJ云1234X', 'army'], ['VA12345', 'army'], ['军A12345', 'army'], ['临云HA1234', 'temporary'], ['云HA1234临', 'temporary'],
    ['云HI1234', undefined], ['云HO1234', undefined], ['滇HA1234', undefined], ['12345', undefined],
  ] as const)('%s', ([plate, kind]) => expect(plateKind(plate)).toBe(kind))
  test('stands as on the car', () => expect([plateText('云HA1234'), plateText('WJ云1234X'), plateText('使014578')]).toEqual(['云H·A1234', 'WJ云1234X', '使014578']))
})

test('pinyin reaches over the characters whose sounds were typed', () => {
  const shown = { name: '单国强', sounds: ['shan', 'guo', 'qiang'], documentMasked: null, phoneMasked: null }
  const reach = (text: string) => partOf('pinyin', shown, readAsked(text)).length
  expect(['sh', 'shan', 'shang', 'shanguoqiang'].map(reach)).toEqual([1, 1, 2, 3])
})
