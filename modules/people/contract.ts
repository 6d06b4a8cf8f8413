import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { bothLanguages, day, id, instant, personName, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'

export const documentKind = z.enum(['residentId', 'hkMacauPermit', 'taiwanPermit', 'foreignPermit', 'passport', 'other', 'none'])
export const sexCode = z.enum(['0', '1', '2', '9'])
export const residency = z.enum(['permanent', 'registeredAway', 'visitor', 'returnee'])
/** 关爱类别 (5号指引 ⑦): 独居 / 空巢 / 残疾 / 失能 / 孕产妇 / 慢病 / 无人照料儿童 / 低保 / 特困 / 精神障碍 / 滞留、外地困难. The one list of them. */
export const careGroups = ['livingAlone', 'emptyNest', 'disabled', 'incapacitated', 'pregnant', 'chronic', 'unattendedChild', 'lowIncome', 'destitute', 'mentalDisorder', 'stranded'] as const
export const careGroup = z.enum(careGroups)
export type CareGroup = (typeof careGroups)[number]
export const personState = z.enum(['present', 'movedOut', 'deceased', 'merged'])

export const peopleErrors = declareErrors('people', {
  documentWrong: { status: 422, params: z.object({ fault: z.string(), expected: z.string() }) },
  phoneWrong: { status: 422 },
  alreadyThere: { status: 409, params: z.object({ name: z.string(), address: z.string(), personId: z.string() }) },
  changedMeanwhile: { status: 409, params: z.object({ by: z.string(), at: z.string() }) },
  notPresent: { status: 409 },
  noVisitToday: { status: 409 },
  managedNow: { status: 409, params: z.object({ name: z.string() }) },
  doorTaken: { status: 409, params: z.object({ door: z.string() }) },
  plateWrong: { status: 422 },
  mergedAlready: { status: 409, params: z.object({ name: z.string() }) },
  bothManaged: { status: 409, params: z.object({ name: z.string() }) },
  managedStays: { status: 409, params: z.object({ name: z.string() }) },
  plateThere: { status: 409, params: z.object({ plate: z.string(), address: z.string(), householdId: z.string() }) },
})

/** One line of the roster as it goes into the register; the roster module makes it, `registerMany` writes it. */
export interface RosterPerson {
  rowNo: number
  areaId: string
  areaPath: string
  communityId: string
  building: string
  unit: string
  room: string
  name: string
  sex: string
  birthOn: string | null
  nation: string | null
  nationality: string
  documentKind: z.infer<typeof documentKind>
  /** In clear, normalised; sealed on the way in. */
  documentNo: string | null
  phone: string | null
  relation: string | null
  residency: z.infer<typeof residency>
  careGroups: string[]
  registeredCode: string | null
  registeredAddress: string | null
  workplace: string | null
  note: string | null
  batchId: string | null
  /** Sealed already, while the database was busy with other rows; else `registerMany` seals. */
  sealed?: SealedNumbers | undefined
}

/** Numbers as they are stored: sealed, findable by a blind index, and a mask to show. */
export interface SealedNumbers {
  documentSealed: string | null; documentIndex: string | null; documentMasked: string | null
  phoneSealed: string | null; phoneIndex: string | null; phoneMasked: string | null
}

/** Who somebody is, in one line; numbers masked. */
export const personBrief = z.object({
  id: id(),
  name: z.string(),
  sex: sexCode,
  /** 岁, completed years; null without a birth date. */
  age: z.number().int().nullable(),
  documentMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  householdId: id().nullable(),
  areaId: id(),
  /** 锦绣小区3幢2单元501 */
  address: z.string(),
})
export type PersonBrief = z.infer<typeof personBrief>

const personRow = personBrief.extend({
  relation: z.string().nullable(),
  residency,
  careGroups: z.array(z.string()),
  state: personState,
  /** 在管: the measure somebody is under now. */
  measure: z.string().nullable(),
})
export type PersonRow = z.infer<typeof personRow>

export const timelineEntry = z.object({
  id: id(), at: instant(),
  /** Words at `<module>.timeline.<name>`. */
  kind: z.string(), params: z.record(z.string(), z.unknown()), channel: z.string().nullable(), actorName: z.string().nullable(),
  personId: id().nullable(), personName: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/** 在管情况, as shown on a card. */
const management = z.object({
  episodeId: id(), measure: z.string(), startsOn: day(), endsOn: day(), anchorOn: day(), because: bothLanguages,
})

export const personCard = personRow.extend({
  birthOn: day().nullable(), nation: z.string().nullable(), nationality: z.string(), documentKind, registeredAddress: z.string().nullable(),
  workplace: z.string().nullable(), note: z.string().nullable(), version: z.number().int(), isHouseholder: z.boolean(),
  updatedAt: instant(), management: management.nullable(), timeline: z.array(timelineEntry),
  members: z.array(personRow),
  /** 合并过的档案 this record stands in, each of which can be taken apart. */
  merges: z.array(z.object({ mergeId: id(), keptId: id(), goneId: id(), keptName: z.string(), goneName: z.string(), at: instant(), byName: z.string().nullable() })),
})
export type PersonCard = z.infer<typeof personCard>

/** How somebody was found; 尾号 are the last digits of a number. */
export const matchedBy = z.enum(['document', 'phone', 'documentTail', 'phoneTail', 'name', 'part', 'pinyin', 'initials'])
const found = personBrief.extend({
  matched: matchedBy, measure: z.string().nullable(),
  /** The part that matched, in the name or, found by digits, in the masked number. */
  part: z.object({ from: z.number().int(), length: z.number().int() }),
})
export type Found = z.infer<typeof found>
const foundHousehold = z.object({
  id: id(), address: z.string(), /** 3幢2单元501 */ door: z.string(), householder: z.string().nullable(), /** 人, present */ members: z.number().int(),
})
const vehicleKind = z.enum(['small', 'large', 'newEnergy', 'motorcycle', 'tricycle', 'embassy', 'police', 'army', 'emergency', 'temporary', 'other'])
const foundVehicle = z.object({ id: id(), plate: z.string(), kind: vehicleKind, householdId: id(), owner: z.string().nullable(), address: z.string() })
export const vehicle = z.object({
  id: id(), householdId: id(), personId: id().nullable(), ownerName: z.string().nullable(), kind: vehicleKind,
  /** 车牌, capitals without spaces: 云HA1234 */
  plate: z.string().nullable(), description: z.string().nullable(),
})
export type Vehicle = z.infer<typeof vehicle>

export const householdCard = z.object({
  id: id(), areaId: id(), address: z.string(), building: z.string(), unit: z.string(), room: z.string(), householderId: id().nullable(),
  visitedAt: instant().nullable(), note: z.string().nullable(), members: z.array(personRow), vehicles: z.array(vehicle), timeline: z.array(timelineEntry),
})
export type HouseholdCard = z.infer<typeof householdCard>

export const baseDataGap = z.enum(['unvisited', 'noHouseholder', 'noPhone', 'noDocument', 'doubtful', 'noRoom'])
/** 底数 of one area: how much there is, what is missing of each kind, and the share (0–1) that is complete. */
const baseDataLine = z.object({
  areaId: id(), name: z.string(), level: z.string(), households: z.number().int(), persons: z.number().int(), gaps: z.record(baseDataGap, z.number().int()), complete: z.number(),
})
/** 待补的一项, of a person or of a household. */
const toComplete = z.object({
  id: id(), householdId: id().nullable(), /** of the person, or of the householder */ name: z.string(), sex: z.string().nullable(), age: z.number().int().nullable(),
  documentMasked: z.string().nullable(), documentKind: z.string().nullable(), doubt: z.enum(['fault', 'oldForm', 'birth', 'sex']).nullable(), version: z.number().int().nullable(),
  /** 锦绣小区第一网格 */ place: z.string(), /** 3幢2单元501 */ door: z.string(), members: z.array(z.object({ id: id(), name: z.string() })),
})
export type ToComplete = z.infer<typeof toComplete>

const doubleState = z.enum(['open', 'different', 'merged'])
const doubleReason = z.enum(['samePersonId', 'sameDocument', 'sameNamePhone', 'sameNameBirthAddress', 'nameDiffers', 'documentDiffers', 'sameNameBirth', 'sameSoundHousehold'])
/** 疑似重复: two records and what they share, 0–100. */
export const personDouble = z.object({
  id: id(), score: z.number().int(), reasons: z.array(doubleReason), state: doubleState, foundAt: instant(), decidedAt: instant().nullable(), deciderName: z.string().nullable(),
  one: personBrief, other: personBrief,
})
export type PersonDouble = z.infer<typeof personDouble>
const mergeField = z.enum(['name', 'document', 'phone', 'sex', 'birthOn', 'nation', 'nationality', 'home', 'residency', 'careGroups', 'registered', 'workplace', 'note'])
const mergeChoice = z.enum(['kept', 'other', 'both'])
const mergeSide = personCard.extend({ /** rows of each table that belong to this record */ belongings: z.array(z.object({ table: z.string(), n: z.number().int() })) })
export type MergeSide = z.infer<typeof mergeSide>

const personFields = {
  name: personName(), sex: sexCode, birthOn: day().nullish(), nation: z.string().regex(/^\d{2}$/).nullish(), nationality: z.string().regex(/^[A-Z]{3}$/),
  documentKind, documentNo: text(30).nullish(), phone: text(20).nullish(), relation: z.string().regex(/^\d{2}$/).nullish(), residency, careGroups: z.array(careGroup),
  registeredAddress: text(200).nullish(), workplace: text(200).nullish(), note: text(500).nullish(),
}
/** What a new record has where nobody says otherwise; a change must not fall back to these. */
const newPersonFields = {
  ...personFields, sex: personFields.sex.default('0'), nationality: personFields.nationality.default('CHN'), documentKind: documentKind.default('none'),
  residency: residency.default('permanent'), careGroups: personFields.careGroups.default([]),
}
export const registerPersonInput = z.object({
  areaId: id(), building: text(20).default(''), unit: text(20).default(''), room: text(30).default(''), ...newPersonFields,
})
export const editPersonInput = z.object({
  personId: id(),
  /** Of the record that was read; a later one means that somebody else saved meanwhile. */
  version: z.number().int(),
  /** Absent: stays as it is; null: is emptied. */
  ...z.object(personFields).partial().shape,
})

const relation = z.string().regex(/^\d{2}$/).nullish()
const doorFields = { areaId: id(), building: text(20).default(''), unit: text(20).default(''), room: text(30).default('') }
/** 住处 and 与户主关系 there. */
const home = z.object({ areaId: id(), building: z.string(), unit: z.string(), room: z.string(), relation: z.string().nullable() })

const view = { permission: 'people.view' } as const
const edit = { permission: 'people.edit' } as const
const onePerson = { act: 'change' as const, subjects: (i: { personId: string }) => [i.personId] }
const numberErrors = [peopleErrors.documentWrong, peopleErrors.phoneWrong, peopleErrors.alreadyThere]

export const peopleApi = {
  listPeople: query({
    path: '/people', access: view, summary: '人员列表: people of one’s territory in the order of their doors, numbers masked',
    input: z.object({
      areaId: id().optional(),
      /** Any part of a name, pinyin or initials, last digits of a number or phone, the whole of it, or a door. */
      text: text(60).optional(),
      careGroup: careGroup.optional(), anyCare: z.stringbool().optional(), residency: residency.optional(), state: personState.default('present'),
      /** By door, name (as it is spoken) or age; by age only where there are few enough to sort. */
      order: orderBy('address', 'name', 'age').optional(), ...pageInput,
    }),
    output: pageOf(personRow), audit: { act: 'view' },
  }),
  peopleCounts: query({
    path: '/people/counts', access: view, summary: '人员总数: households and persons from the maintained counters',
    input: z.object({ areaId: id().optional() }),
    output: z.object({
      households: z.number(), present: z.number(), movedOut: z.number(),
      /** 关爱对象 and people by residency, counted anew; null where there are too many to count while somebody waits. */
      groups: z.object({ care: z.number(), registeredAway: z.number(), visitor: z.number(), returnee: z.number() }).nullable(),
    }),
  }),
  search: query({
    path: '/people/search', access: view, summary: '搜索: people, doors, vehicles and areas of one’s territory by whatever is typed, each with what matched',
    input: z.object({ text: text(60).min(1), limit: z.coerce.number().int().min(1).max(20).default(8) }),
    output: z.object({ people: z.array(found), households: z.array(foundHousehold), vehicles: z.array(foundVehicle), areas: z.array(z.object({ id: id(), level: z.string(), name: z.string(), fullName: z.string() })) }),
    audit: { act: 'view', subjects: (_, o) => [...o.people, ...o.households].map((one) => one.id) },
  }),
  findPeople: query({
    path: '/people/find', access: view, summary: '找人: up to ten, with what matched',
    input: z.object({ text: text(60).min(1), limit: z.coerce.number().int().min(1).max(20).default(10) }),
    output: z.object({ items: z.array(found) }),
    audit: { act: 'view', subjects: (_, o) => o.items.map((p) => p.id) },
  }),
  personCard: query({
    path: '/people/:personId', access: view, summary: '一人一档: who, in what state, why, and all that happened', input: z.object({ personId: id() }), output: personCard,
    audit: { act: 'view', subjects: (i) => [i.personId] },
  }),
  householdCard: query({
    path: '/households/:householdId', access: view, summary: '一户一档', input: z.object({ householdId: id() }), output: householdCard,
    audit: { act: 'view', subjects: (i) => [i.householdId] },
  }),
  registerPerson: command({
    path: '/people', access: edit, summary: '登记人员: into the household at that door, which is made if it is new', input: registerPersonInput,
    output: z.object({ personId: id(), householdId: id() }), errors: numberErrors, audit: { act: 'change', subjects: (_, o) => [o.personId] },
  }),
  editPerson: command({
    path: '/people/:personId', access: edit, summary: '修改人员; refused with the other’s name when somebody changed the same record meanwhile',
    input: editPersonInput,
    output: z.object({ version: z.number().int() }), errors: [...numberErrors, peopleErrors.changedMeanwhile], audit: onePerson,
  }),
  movePersonOut: command({
    path: '/people/:personId/move-out', access: edit, summary: '迁出', input: z.object({ personId: id(), reason: reason() }), output: z.object({}),
    errors: [peopleErrors.notPresent], audit: { ...onePerson, reason: (i) => i.reason },
  }),
  bringPersonBack: command({
    path: '/people/:personId/bring-back', access: edit, summary: '撤销迁出: undo of a move out', input: z.object({ personId: id() }), output: z.object({}), audit: onePerson,
  }),
  movePerson: command({
    path: '/people/:personId/move', access: edit, summary: '换住处: into the household at another door, also of somebody who had moved out; answers with the former door, for the undo',
    input: z.object({ personId: id(), ...doorFields, relation }), output: z.object({ householdId: id(), from: home.nullable() }),
    errors: [peopleErrors.notPresent, peopleErrors.managedNow], audit: onePerson,
  }),
  setHouseholder: command({
    path: '/households/:householdId/householder', access: edit, summary: '指定户主', input: z.object({ householdId: id(), personId: id() }), output: z.object({}),
    audit: { act: 'change', subjects: (i) => [i.householdId, i.personId] },
  }),
  recordHouseholdVisit: command({
    path: '/households/:householdId/visit', access: edit, summary: '入户走访', input: z.object({ householdId: id(), note: text(300).optional() }), output: z.object({}),
    audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  takeBackHouseholdVisit: command({
    path: '/households/:householdId/visit/take-back', access: edit, summary: '撤销刚记的走访: by who recorded it, the same day', input: z.object({ householdId: id() }), output: z.object({}),
    errors: [peopleErrors.noVisitToday], audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  baseDataByArea: query({
    path: '/base-data', access: view, summary: '底数: what is missing in an area and in those right below it, from maintained counters', input: z.object({ areaId: id().optional() }),
    output: z.object({ area: baseDataLine, below: z.array(baseDataLine), /** one step up, within one’s territory */ aboveId: id().nullable() }),
  }),
  listBaseData: query({
    path: '/base-data/todo', access: view, summary: '待补清单: what is missing of one kind, door by door as somebody walks', input: z.object({ areaId: id().optional(), gap: baseDataGap, ...pageInput }),
    output: pageOf(toComplete), audit: { act: 'view', subjects: (_, o) => o.items.map((row) => row.id) },
  }),
  completeBaseData: command({
    path: '/base-data/complete', access: edit, summary: '补全一项: typed, chosen, or confirmed not to be there',
    input: z.object({
      gap: baseDataGap, /** of the person or household */ id: id(), /** phone, number, room, or who is householder */ value: text(40).optional(), documentKind: documentKind.optional(), building: text(20).optional(), unit: text(20).optional(),
      /** 确认没有 */ none: z.boolean().default(false), /** 在门口: counts as a visit */ atDoor: z.boolean().default(false),
    }),
    output: z.object({ /** 算了一次走访 */ visited: z.boolean() }), errors: [...numberErrors, peopleErrors.changedMeanwhile, peopleErrors.doorTaken], audit: { act: 'change', subjects: (i) => [i.id] },
  }),
  takeBackBaseData: command({
    path: '/base-data/take-back', access: edit, summary: '撤销刚补的一项', output: z.object({}),
    input: z.object({ gap: baseDataGap, id: id(), none: z.boolean().default(false), /** 连走访一起撤销, where it had counted as one */ visit: z.boolean().default(false) }),
    errors: [...numberErrors, peopleErrors.changedMeanwhile, peopleErrors.noVisitToday], audit: { act: 'change', subjects: (i) => [i.id] },
  }),
  listDoubles: query({
    path: '/people/doubles', access: edit, summary: '疑似重复: pairs of records that look like one person, the likeliest first',
    input: z.object({ areaId: id().optional(), state: doubleState.default('open'), ...pageInput }), output: pageOf(personDouble),
    audit: { act: 'view', subjects: (_, o) => o.items.flatMap((d) => [d.one.id, d.other.id]) },
  }),
  doubleCounts: query({
    path: '/people/doubles/counts', access: edit, summary: '疑似重复的数目', input: z.object({ areaId: id().optional() }),
    output: z.object({ open: z.number(), different: z.number(), merged: z.number() }),
  }),
  comparePeople: query({
    path: '/people/compare', access: edit, summary: '并排核对: two records field by field, with what is proposed', input: z.object({ keptId: id(), otherId: id() }),
    output: z.object({ kept: mergeSide, other: mergeSide, fields: z.array(z.object({ field: mergeField, differs: z.boolean(), proposed: mergeChoice, choices: z.array(mergeChoice) })) }),
    audit: { act: 'view', subjects: (i) => [i.keptId, i.otherId] },
  }),
  mergePeople: command({
    path: '/people/merge', access: edit, summary: '合并: two records of one person become one, with everything that belongs to them',
    input: z.object({ keptId: id(), otherId: id(), /** Fields not named are taken as proposed. */ choices: z.partialRecord(mergeField, mergeChoice).default({}) }),
    output: z.object({ mergeId: id() }), errors: [peopleErrors.mergedAlready, peopleErrors.bothManaged, peopleErrors.managedStays], audit: { act: 'change', subjects: (i) => [i.keptId, i.otherId] },
  }),
  unmergePeople: command({
    path: '/people/merges/:mergeId/undo', access: edit, summary: '拆开: both records as before; what came after the merge stays with the kept one',
    input: z.object({ mergeId: id() }), output: z.object({ keptId: id(), otherId: id(), /** rows that went back */ returned: z.number().int(), /** entries since the merge, which stay with the kept one */ stayed: z.number().int() }),
    errors: [peopleErrors.mergedAlready], audit: { act: 'change', subjects: (_, o) => [o.keptId, o.otherId] },
  }),
  decideDouble: command({
    path: '/people/doubles/decide', access: edit, summary: '不是同一人: remembered for good; or open again', input: z.object({ oneId: id(), otherId: id(), same: z.enum(['no', 'unknown']) }),
    output: z.object({}), audit: { act: 'change', subjects: (i) => [i.oneId, i.otherId] },
  }),
  registerVehicle: command({
    path: '/households/:householdId/vehicles', access: edit, summary: '登记车辆: by plate of any kind (GA 36), or without one by a description',
    input: z.object({ householdId: id(), personId: id().nullish(), kind: vehicleKind.optional(), plate: text(20).nullish(), description: text(100).nullish() }),
    output: z.object({ vehicleId: id() }), errors: [peopleErrors.plateWrong, peopleErrors.plateThere], audit: { act: 'change', subjects: (i) => [i.householdId] },
  }),
  removeVehicle: command({
    path: '/vehicles/:vehicleId/remove', access: edit, summary: '删去车辆; answers with what it was, for the undo', input: z.object({ vehicleId: id() }),
    output: vehicle.omit({ id: true, ownerName: true }), audit: { act: 'change', subjects: (_, o) => [o.householdId] },
  }),
  revealPerson: command({
    path: '/people/:personId/reveal', access: { permission: 'people.reveal' }, summary: '查看明文: the clear numbers of one person, with a reason that the trail keeps',
    input: z.object({ personId: id(), reason: reason() }), output: z.object({ documentNo: z.string().nullable(), phone: z.string().nullable() }),
    audit: { act: 'reveal', subjects: (i) => [i.personId], reason: (i) => i.reason },
  }),
}
