import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'People',
  sexes: { '0': 'unknown', '1': 'male', '2': 'female', '9': 'not stated' },
  documentKinds: {
    residentId: 'resident identity card', hkMacauPermit: 'residence permit (Hong Kong, Macau)', taiwanPermit: 'residence permit (Taiwan)', foreignPermit: 'foreigner’s permanent residence card',
    passport: 'passport', other: 'other document', none: 'no document',
  },
  relations: {
    '01': 'self', '02': 'householder', '10': 'spouse', '11': 'husband', '12': 'wife', '20': 'son', '30': 'daughter', '40': 'grandchild', '50': 'parent', '60': 'grandparent', '70': 'sibling', '97': 'other',
  },
  residencies: { permanent: 'Permanent', registeredAway: 'Registered away', visitor: 'Visitor', returnee: 'Returnee' },
  careGroups: { livingAlone: 'living alone', disabled: 'disabled', pregnant: 'pregnant', chronic: 'chronically ill', unattendedChild: 'child without carer' },
  states: { present: 'present', movedOut: 'moved out', deceased: 'deceased', merged: 'merged into another' },
  matched: { name: 'name', part: 'part of name', pinyin: 'pinyin', initials: 'initials', document: 'document number', phone: 'phone', documentTail: 'end of number', phoneTail: 'end of phone', door: 'address', plate: 'plate', area: 'area' },
  found: { people: 'People', households: 'Households', vehicles: 'Vehicles', areas: 'Areas', members: '{n} people', householder: 'householder {name}', noHouseholder: 'no householder yet', empty: 'nobody registered', nothing: 'Nothing found for “{text}”', hint: 'Try part of a name, pinyin initials, the last 4 digits of a document or phone, a door (3-2-501), a plate' },
  vehicleKinds: { small: 'car', large: 'lorry or bus', newEnergy: 'new-energy car', motorcycle: 'motorcycle', tricycle: 'tricycle', embassy: 'embassy car', police: 'police car', army: 'army vehicle', temporary: 'temporary plate', other: 'other' },
  vehicles: {
    title: 'Vehicles', none: 'No vehicle registered', plate: 'Plate', noPlate: 'What it looks like', description: 'No plate? Say: a red tricycle', owner: 'Whose', ownerAny: 'the family’s', kind: 'Kind', 
    remove: 'Remove', done: '{plate} registered', gone: '{plate} removed', save: 'Register', of: 'of {name}',
  },
  faults: {
    length: 'wrong number of characters', letters: 'a character that cannot be there', checkDigit: 'the last character does not check, it should be {expected}', birthDate: 'the birth date in it does not exist',
    birthInFuture: 'the birth date is after today', areaCode: 'the first six digits are not of this kind of document', firstDigit: 'the first digit should be 9', missing: 'it is empty', notExpected: 'no document was chosen, but a number given',
  },
  warnings: { areaUnknown: 'unknown area code, compare with the document', oldForm: 'an old form of number, accepted' },
  list: {
    show: 'Who to show', area: 'All compounds and groups', marks: 'Marks', clear: 'Clear filters',
    all: 'Present', care: 'Care groups', movedOut: 'Moved out', search: 'name, pinyin, last digits, address', door: 'Address', age: 'Age', phone: 'Phone', document: 'Document', residency: 'Residency', managed: 'Managed',
    empty: 'Nobody here yet. Import a roster first, or register people one by one.', nothing: 'Nobody found. Try part of the name, pinyin initials, the last 4 digits of a document or phone, or a door (3-2-501).', register: 'Register a person', import: 'Import a roster',
    total: '{households} households, {persons} people',
  },
  card: {
    headDone: '{name} is the householder now', visit: 'Home visit', visitHint: 'What was seen and said (optional)',
    move: 'Change address', moveTitle: 'Change the address of {name}', movedDone: '{name} has a new address', toControl: 'Management card', noMembers: 'Nobody is registered here now',
    title: 'Person', household: 'Household', born: 'Born', nation: 'Nation', relation: 'To householder', registered: 'Registered at', workplace: 'Works at', note: 'Note', members: 'Lives with', none: 'nobody else',
    timeline: 'What happened', nothing: 'nothing recorded yet', reveal: 'Show numbers', revealReason: 'Why? It is kept in the audit trail', edit: 'Edit', moveOut: 'Move out', moveOutReason: 'Why moved out', bringBack: 'Undo the move',
    makeHouseholder: 'Make householder', householder: 'householder', visited: 'visited', visitNow: 'Record a visit', lastVisit: 'last visited {at}', never: 'never visited', age: '{age} years', save: 'Save', cancel: 'Cancel',
    movedOutDone: '{name} moved out', undo: 'Undo', savedDone: 'Saved', registeredDone: '{name} registered',
  },
  form: {
    area: 'Compound, village group or grid', building: 'Building', unit: 'Unit', room: 'Room', name: 'Name', documentKind: 'Document', documentNo: 'Number', phone: 'Phone', sex: 'Sex', birthOn: 'Born on',
    nation: 'Nation', relation: 'Relation to householder', residency: 'Residency', careGroups: 'Care groups', workplace: 'Works at', registeredAddress: 'Registered at', note: 'Note', title: 'Register a person', editTitle: 'Edit {name}',
    says: 'the number says: born {born}, {sex}', dropPhone: 'The phone is gone, remove it', phoneDropped: 'no phone once saved', openThat: 'Open that record', somebody: 'Somebody', empty: 'empty',
    savedMeanwhile: '{by} saved this record {at}. The changes of both are put together; look at the marked places and save again.', both: 'They changed it to “{value}”. Saving again keeps yours.',
  },
  doubles: {
    title: 'Possible doubles', sub: 'One person may have two records. Compare and merge them, or say that they are two people; then they are not proposed again.', open: 'To compare', different: 'Two people', merged: 'Merged', nothing: 'No doubles to compare', nothingHint: 'Everybody is compared once a night, and whoever is registered or changed at once.',
    pair: 'The two records', why: 'Why', score: 'Likeness', compare: 'Compare', notSame: 'Not the same', saidDifferent: 'Noted: two people', reopen: 'Compare again', by: '{name} {at}', leave: 'Back to the list',
    kept: 'This one is kept', keepThis: 'Keep the other', other: 'This one is merged in', field: 'Field', choose: '{field}: from which', both: 'Both', taken: 'taken', none: 'none',
    home: 'Lives at', registered: 'Registered at', document: 'Document', belongs: 'What belongs to it', belongsHint: 'All of it belongs to the kept record afterwards; nothing is lost.', updated: 'updated {at}', merge: 'Merge into one', mergedDone: 'The two records of {name} are merged', differs: '{n} fields differ',
    mergedFrom: 'Merged records', into: 'This record is merged into {name}', from: 'another record of {name}', when: '{at} {by}', unmerge: 'Take apart', unmergeHint: 'Both are then as before; what was added after the merge stays with the kept one.', unmergedDone: 'Taken apart: {returned} entries went back, {stayed} added since stay with the kept record', find: 'Compare with another record',
    findHint: 'name, initials, last digits', pick: 'The other record',
    reasons: { samePersonId: 'same person number', sameDocument: 'same document number', sameNamePhone: 'same name and phone', sameNameBirthAddress: 'same name, birth and address', nameDiffers: 'names differ', documentDiffers: 'document numbers differ', sameNameBirth: 'same name and birth date', sameSoundHousehold: 'same household, names sound alike' },
    tables: { timeline_entry: 'events', episode: 'management', screening: 'screenings', lead: 'leads', link: 'links', vehicle: 'vehicles', import_match: 'import questions', import_change: 'import changes', other: 'other' },
  },
  timeline: {
    merged: 'Another record was merged into this one: {name}', unmerged: 'The merge with {name} was taken apart',
    moved: 'Address changed: {from} → {to}', vehicle: 'Vehicle {plate} registered', vehicleGone: 'Vehicle {plate} removed',
    registered: 'Registered', imported: 'Imported from a roster', edited: '{fields} details changed', movedOut: 'Moved out: {reason}', broughtBack: 'Move out undone', householder: '{name} made householder', visited: 'Visited {note}',
  },
  errors: {
    mergedAlready: 'The record of {name} is merged into another already. Take that merge apart first, or open the record that was kept.',
    bothManaged: 'Both records of {name} are under management, and one person can have one only. End one of them on its management card by order, then merge; both are still there.',
    managedStays: 'The record under management belongs to another community, which carries the management out. Choose “Keep the other” so that it stays, then merge.',
    plateWrong: 'That does not look like a plate. Ordinary ones have 7 signs, new-energy ones 8, beginning with the province, never I or O; for one without a plate say what it looks like.',
    plateThere: '{plate} is registered at {address} already. Look at that household; if the car has changed hands, remove it there first.',
    managedNow: '{name} is being managed; change the place on the management card, or move the person after the release.',
    documentWrong: 'The document number is wrong ({fault}{expected}). Compare it with the document and save again; what you typed is still there.',
    phoneWrong: 'That does not look like a phone number. Mobiles have 11 digits, landlines may have an area code; leave it empty if there is none.',
    alreadyThere: 'This number is already in the register: {name}, {address}. Open that record instead of registering twice.',
    changedMeanwhile: 'Somebody changed this record just now ({by} {at}). Look at the new content and change it again; what you typed is still there.',
    notPresent: 'This person is no longer present and cannot move out. Reload to see the latest state.',
  },
}
