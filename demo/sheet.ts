import { buffer } from 'node:stream/consumers'
import { writeXlsx } from '../modules/sheets/service.ts'
import type { DemoCommunity } from './places.ts'

const HEADINGS = ['小区/村组', '网格', '楼栋', '单元', '房号', '姓名', '与户主关系', '证件类型', '证件号码', '性别', '出生日期', '民族', '联系电话', '居住类型', '关爱类别']

/** The roster as a community would hand it in: one .xlsx, one row a person. */
export async function rosterSheet(community: DemoCommunity): Promise<Uint8Array> {
  const rows = async function* () {
    yield [HEADINGS]
    for (const home of community.households) {
      yield home.persons.map((p) => [home.place, home.grid, home.building, home.unit, home.room, p.name, p.relation, '居民身份证', p.documentNo, p.sex, p.birthOn, p.nation, p.phone, p.residency, p.careGroup])
    }
  }
  return buffer(writeXlsx({ name: '花名册', columns: HEADINGS.map(() => ({ width: 12 })), headRows: 1 }, rows()))
}
