import type pg from 'pg'
import { kinds, type Size } from './loading.ts'

const SURNAMES = '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 高gao 林lin 罗luo'
const FIRST = '桂gui 建jian 小xiao 玉yu 国guo 海hai 春chun 文wen 志zhi 秀xiu 明ming 永yong 红hong 家jia 子zi 思si 雨yu 晓xiao 丽li 立li'
const SECOND = '兰lan 华hua 明ming 芳fang 军jun 平ping 英ying 珍zhen 强qiang 伟wei 梅mei 涛tao 婷ting 峰feng 燕yan 辉hui 宁ning 洋yang 轩xuan 涵han'
const syllables = (text: string) => text.split(' ').map((one) => [[...one][0] ?? '', one.slice(1)])

/** A district with 10 subdistricts, their communities, each of 2 compounds with 3 grids. */
export async function fillTerritory(owner: pg.Client, { communities }: Size): Promise<void> {
  const columns = 'id, no, parent_id, area_path, level, name, full_name, name_pinyin, code, sort, opened_on'
  const insert = (values: string) => owner.query(`insert into area (${columns}) overriding system value ${values}`, values.includes('$1') ? [communities] : [])
  const id = (n: string) => `pg_temp.uid(${kinds.area}, ${n})`
  await insert(`values (${id('0')}, 1000, null, '/1000/', 'district', '临江区', '临江区', 'linjiangqu ljq', '532601', 0, '2010-01-01')`)
  await insert(`select ${id('s')}, 1000 + s, ${id('0')}, '/1000/' || 1000 + s || '/', 'subdistrict', '第' || s || '街道', '第' || s || '街道', '', null, s, '2010-01-01' from generate_series(1, 10) s`)
  await insert(`select ${id('100 + c')}, 1100 + c, p.id, p.area_path || 1100 + c || '/', 'community', '第' || c || '社区', p.name || '第' || c || '社区', '', null, c, '2010-01-01'
    from generate_series(1, $1::int) c join area p on p.no = 1001 + c % 10`)
  await insert(`select ${id('10000 + 2 * c + j')}, 10000 + 2 * c + j, p.id, p.area_path || 10000 + 2 * c + j || '/', 'compound', (array['东园', '西园'])[j + 1], p.full_name || (array['东园', '西园'])[j + 1],
    (array['dongyuan dy', 'xiyuan xy'])[j + 1], null, j, '2010-01-01' from generate_series(1, $1::int) c join area p on p.no = 1100 + c cross join generate_series(0, 1) j`)
  await insert(`select ${id('20000 + 6 * c + g')}, 20000 + 6 * c + g, p.id, p.area_path || 20000 + 6 * c + g || '/', 'grid', '第' || g % 3 + 1 || '网格', p.full_name || '第' || g % 3 + 1 || '网格', '', null, g, '2010-01-01'
    from generate_series(1, $1::int) c cross join generate_series(0, 5) g join area p on p.no = 10000 + 2 * c + g / 3`)
}

/** Households of four, one community after the other as its roster came in. */
export async function fillPeople(owner: pg.Client, { communities, peopleEach, today }: Size): Promise<void> {
  const doors = Math.floor(peopleEach / 4)
  await owner.query(`
    insert into household (id, area_id, area_path, community_id, building, unit, room, address, address_key, householder_id, created_at, updated_at)
    select pg_temp.uid(${kinds.household}, n), a.id, a.area_path, pg_temp.uid(${kinds.area}, 100 + c), b, u, r, b || '幢' || u || '单元' || r, b || '-' || u || '-' || r,
           pg_temp.uid(${kinds.person}, 4 * n - 3), $3::date - 300, $3::date - 300
    from (select n, (n - 1) / $2 + 1 as c, (n - 1) % $2 * 6 / $2 as g, ((n - 1) % $2 / 40 + 1)::text as b, ((n - 1) % 40 / 10 + 1)::text as u,
            (((n - 1) % 10 / 2 + 1) * 100 + (n - 1) % 2 + 1)::text as r from generate_series(1, $1::int * $2::int) n) d
    join area a on a.no = 20000 + 6 * c + g order by n`, [communities, doors, today])
  await owner.query(`
    insert into person (id, household_id, area_id, area_path, community_id, name, name_pinyin, name_initials, sex, birth_on, nation, document_kind, document_sealed, document_index,
      document_masked, phone_sealed, phone_index, phone_masked, relation, residency, care_groups, state, created_at, updated_at)
    select pg_temp.uid(${kinds.person}, n), h.id, h.area_id, h.area_path, h.community_id, (s ->> 0) || (f ->> 0) || (z ->> 0), (s ->> 1) || (f ->> 1) || (z ->> 1),
      left(s ->> 1, 1) || left(f ->> 1, 1) || left(z ->> 1, 1), (1 + n % 2)::text, date '1935-01-01' + (n::bigint * 7919 % 30000)::int, '01', 'residentId', pg_temp.sealed(n),
      pg_temp.blind('document', n), '999***********' || lpad((n * 31 % 10000)::text, 4, '0'),
      case when n % 10 < 7 then pg_temp.sealed(-n) end, case when n % 10 < 7 then pg_temp.blind('phone', n) end, case when n % 10 < 7 then '199****' || lpad((n * 17 % 10000)::text, 4, '0') end,
      case n % 4 when 1 then '02' else '30' end, case when n % 10 < 8 then 'permanent' when n % 20 < 18 then 'registeredAway' when n % 20 = 18 then 'visitor' else 'returnee' end,
      case when pg_temp.chance('care' || n) < 5 then array[(array['livingAlone', 'disabled', 'pregnant', 'chronic', 'unattendedChild'])[1 + n % 5]] else '{}' end,
      case when pg_temp.chance('gone' || n) = 0 then 'movedOut' else 'present' end, $5::date - 300, $5::date - 300
    from (select n, $2::jsonb -> (hashtext('s' || n) & 2147483647) % 20 as s, $3::jsonb -> (hashtext('f' || n) & 2147483647) % 20 as f, $4::jsonb -> (hashtext('z' || n) & 2147483647) % 20 as z
          from generate_series(1, $1::int) n) p
    join household h on h.id = pg_temp.uid(${kinds.household}, (n - 1) / 4 + 1) order by n`,
  [communities * doors * 4, ...[SURNAMES, FIRST, SECOND].map((text) => JSON.stringify(syllables(text))), today])
}
