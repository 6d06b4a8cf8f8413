import { addDays } from '../kernel/dates.ts'
import type { Chance } from './chance.ts'

/** Invented people only: identity numbers of the unassigned area 999xxx with a right check digit, phones of one unused block. */
export interface DemoPerson {
  name: string
  sex: '男' | '女'
  birthOn: string
  nation: string
  documentNo: string
  phone: string
  relation: string
  residency: string
  careGroup: string
}

export interface DemoHousehold {
  place: string
  grid: string
  building: string
  unit: string
  room: string
  persons: DemoPerson[]
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙陶贺龚文']
const GIVEN_MEN = [...'伟强磊军洋勇杰涛明辉刚平鹏飞斌波建国志宏海峰文龙华俊新宇浩然天佑承泽子轩梓睿博']
const GIVEN_WOMEN = [...'芳娜敏静丽艳娟霞秀英玉梅桂兰雪婷慧莹琳晓燕红春菊月珍凤欣怡梦瑶诗涵雨桐佳若']
/** The mix of the place: Han, Zhuang, Miao, Yi, Hui. */
const NATIONS = ['汉族', '汉族', '汉族', '汉族', '汉族', '壮族', '壮族', '苗族', '彝族', '回族']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The demo's clock begins weeks ago; nobody is born after it. */
const NEWBORN_DAYS = 30
const PHONES = 10_000

export const checkDigit = (first17: string): string =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11] ?? ''

/** Makes people one after another; numbers and phones never repeat within one maker. */
export function personMaker(c: Chance, today: string) {
  const perDay = new Map<string, number>()
  let phones = 0
  const documentNo = (birthOn: string, sex: DemoPerson['sex']) => {
    const stem = `999${String(c.int(1, 999)).padStart(3, '0')}${birthOn.replaceAll('-', '')}`
    const serial = perDay.get(stem) ?? 0
    perDay.set(stem, serial + 1)
    const first17 = stem + String(serial * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')
    return first17 + checkDigit(first17)
  }
  const givenName = (sex: DemoPerson['sex']) => {
    const letters = sex === '男' ? GIVEN_MEN : GIVEN_WOMEN
    return c.hit(0.3) ? c.pick(letters) : c.pick(letters) + c.pick(letters)
  }
  const born = (age: number) => addDays(today, -NEWBORN_DAYS - Math.round(age * 365.25) - c.int(0, 364))
  return {
    phone: () => `1990000${String(phones++ % PHONES).padStart(4, '0')}`,
    person(surname: string, sex: DemoPerson['sex'], age: number, relation: string, nation: string): DemoPerson {
      const birthOn = born(age)
      return {
        name: surname + givenName(sex), sex, birthOn, nation, documentNo: documentNo(birthOn, sex), phone: '', relation,
        residency: c.hit(0.08) ? '户籍在外' : c.hit(0.06) ? '外来' : '常住', careGroup: careGroupOf(c, sex, age),
      }
    },
    surname: () => c.pick(SURNAMES),
    nation: () => c.pick(NATIONS),
  }
}

function careGroupOf(c: Chance, sex: DemoPerson['sex'], age: number): string {
  if (age >= 75 && c.hit(0.12)) return '独居'
  if (age >= 60 && c.hit(0.15)) return '慢病'
  if (sex === '女' && age >= 22 && age <= 38 && c.hit(0.02)) return '孕产妇'
  return c.hit(0.008) ? '残疾' : ''
}

/** A household of a size: a couple, their children, then grandparents, as families there are. */
export function household(c: Chance, make: ReturnType<typeof personMaker>, size: number): DemoPerson[] {
  const [surname, nation] = [make.surname(), make.nation()]
  const headAge = size === 1 ? c.int(24, 86) : c.int(28, 58)
  const headSex = c.hit(size === 1 ? 0.5 : 0.78) ? '男' : '女'
  const persons = [make.person(surname, headSex, headAge, '户主', nation)]
  const rest: (() => DemoPerson)[] = [
    () => make.person(make.surname(), headSex === '男' ? '女' : '男', Math.max(22, headAge + c.int(-4, 3)), '配偶', c.hit(0.8) ? nation : make.nation()),
    () => child(), () => child(),
    () => make.person(surname, '男', Math.min(95, headAge + c.int(23, 30)), '父母', nation),
    () => make.person(make.surname(), '女', Math.min(96, headAge + c.int(21, 28)), '父母', nation),
    () => child(), () => child(), () => child(),
  ]
  const child = () => {
    const sex = c.hit(0.51) ? '男' : '女'
    return make.person(surname, sex, Math.max(0, headAge - c.int(22, 34)), sex === '男' ? '子' : '女', nation)
  }
  for (let i = 0; persons.length < size; i++) persons.push((rest[i % rest.length] ?? child)())
  const phone = make.phone()
  for (const person of persons) if (Number(today(person)) >= 14) person.phone = phone
  return persons
}

/** Roughly who has a phone of the family: everybody of school age and older. */
const today = (person: DemoPerson): number => 2020 - Number(person.birthOn.slice(0, 4)) + 6
